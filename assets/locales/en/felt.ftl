## Others felt: their recent stamps, without names; fetched at a place.

felt-some = Somebody has been here since yesterday.
felt-many = { $count } people or more have been here since yesterday.
felt-book-some = somebody came lately
felt-book-many = { $count } or more lately

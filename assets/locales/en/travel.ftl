## The line map of the quick way; fetched when opened.

travel-about = Choose where to go and you are there, without walking. A stamp is still won by standing there for three seconds.
travel-line = The line between the islands
travel-here = You are here
travel-arrived = You have arrived: { $place }.

## The map town: the town in a map and in words. Japanese is written first; this follows it.

flat-map = Map of the town
flat-map-about = The red mark is you, blue marks are other people. North is up. Arrow keys walk. Enter reads out where you are. Plus and minus change the size, I, K, J and L move the map.
flat-nearer = Enlarge the map
flat-further = Make the map smaller
flat-whole = See the whole town
flat-own = See what is around you
flat-here = Where you are
flat-near = Places nearby
flat-standing = You are at { $place }.
flat-standing-near = The nearest place is { $place } ({ $where }).
flat-tell = Read out what is around me
flat-told-place = { $place } is { $where }.
flat-told-alone = Nobody is within { $metres } m.
flat-told-people =
    { $count ->
        [1] { $name } is near you ({ $where }).
       *[other] { $count } people are near you. The nearest is { $name } ({ $where }).
    }
flat-hint = Choose a place or touch the map, and you walk there.
flat-going = Walking to that spot on the map.
flat-arrived = You have arrived.
flat-left = { $metres } m to go
flat-half-way = { $metres } m to go.

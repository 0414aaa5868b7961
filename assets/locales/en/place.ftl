## The words about places; only who opens one fetches them.

place-reading = Read as { $kana } ({ $romaji })
place-failed = What there is to say about this place could not be loaded. Please try again.
place-facts = Good to know
place-source = Source: { $source }
place-map = The real place
place-map-of-yutoku = Map of Yutoku Inari Shrine (OpenStreetMap)
place-map-of-castle = Map of the site of Kashima Castle (OpenStreetMap)
place-map-of-station = Map of Hizen-Hama Station (OpenStreetMap)
place-map-of-mudflat = Map of the Hizen Kashima mud flat (OpenStreetMap)
place-map-of-michinoeki = Map of Roadside Station Kashima (OpenStreetMap)
place-map-rough = The position is approximate.
place-opens = Opening hours and closing days change. Please check with the place before you go.
place-next = Next event here
place-next-none = Nothing is planned here right now.
place-next-failed = The plans could not be loaded.

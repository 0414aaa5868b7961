## Looking at one badge in large, and showing it to others; fetched only when it is opened.

badge-picture = Picture of the visit badge “{ $title }”
badge-date = Date
badge-place = Place
badge-earned = Why you have it
badge-share = Show this badge
badge-share-about = Makes a picture with a QR code that leads to the proof. Whoever has the picture can see this badge and your others, but not your name.
badge-share-make = Make a picture to share
badge-share-making = Making the picture…
badge-share-failed = The picture could not be made. Please wait a little and try again.
badge-share-check = Scan the code: anybody can check this badge.
badge-share-alt = Picture of the visit badge “{ $title }” with a QR code that leads to its proof
badge-share-send = Send this picture
badge-share-save = Save this picture

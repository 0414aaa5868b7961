## The town’s words: every sentence on a visitor’s screen. Japanese is written first; this follows it.

town-title = Virtual Kashima
town-description = Walk through Kashima, a city in Saga, Japan, in your browser. No app, no account.
town-language = Language
town-close = Close
town-cancel = Cancel
town-again = Try again
town-loading = Loading…

## First page

town-welcome-lead = Welcome to Kashima, Saga, Japan.
town-welcome-about = Yutoku Inari Shrine, the sake brewery street, the shore of the Ariake Sea: this is Kashima, open to walk in from anywhere. No app, no account.
town-form-title = Before you walk
town-name-label = Nickname
town-name-hint = Up to 24 characters. People around you will see it, so please do not use your real name.
town-look-label = Your look
town-look-preview = A picture of the look you chose
town-look-dice = Surprise me
town-look-more = More choices
town-look-clothes = Clothes
town-look-clothes-shirt = Shirt
town-look-clothes-happi = Happi coat
town-look-clothes-yukata = Yukata
town-look-clothes-skirt = Skirt
town-look-hair = Hair
town-look-hair-short = Short
town-look-hair-bob = Bob
town-look-hair-bun = Bun
town-look-hair-long = Long
town-look-hat = Hat
town-look-hat-none = None
town-look-hat-straw = Straw hat
town-look-hat-cap = Cap
town-look-hat-headband = Headband
town-look-top = Colour of the clothes
town-look-bottom = Colour below
town-look-hair-colour = Hair colour
town-look-skin = Skin colour
town-look-choice = { $part } { $number }
town-remember-label = For your next visit
town-remember-yes = Remember me
town-remember-yes-about = We leave one token (a cookie) in this browser. Your name, look and badges will be here next time, and the days you came are counted in the city’s statistics without your name. You can erase it all at any time.
town-remember-no = Just this once
town-remember-no-about = The token goes when you close the browser. Walking, talking and events are just the same. Your badges cannot be shown next time, and only this one visit is counted.
town-remember-choose = Please choose one of the two. You can walk in the town either way.
town-enter = Enter the town
town-enter-flat = Enter the map town
town-enter-flat-about = A light town of words and a map. A keyboard or a screen reader is all you need.
town-building = Building the town… { $percent }%
town-no-webgl = This device cannot show the town in three dimensions, so we will guide you in the map town.

town-returning = Welcome back, { $name }
town-returning-days =
    { $days ->
        [0] Today is your first day here.
        [one] You have come on { $days } day so far.
       *[other] You have come on { $days } days so far.
    }
town-returning-not-remembered = You are here “just this once”. Your token goes when you close the browser.
town-passport = Passport
town-passport-open = See my passport (visits, records, other devices)
town-passport-elsewhere = I have a passport on another device
town-passport-change = Change your name or look
town-passport-save = Save
town-passport-saved = Saved.
town-passport-erase = Erase everything the town knows about me
town-erase-title = Erase everything?
town-erase-about = This erases your name, your look, the days you came and the tie to your badges. Badges written to the chain stay there, but belong to nobody. This cannot be undone.
town-erase-confirm = Erase everything
town-erased = Everything has been erased. Come again whenever you like, as someone new.

town-kept-title = What the town remembers, and what it does not
town-kept-yes = What it remembers: nickname, look, language, the time you spent in the town, the badges you received.
town-kept-no = What it never asks for: real name, e-mail, telephone, address. There is no advertising and no tracking.
town-kept-chain = Badges are written to a blockchain. What is written is the number of the badge, the day, and an address made at random; nothing in it leads to you.
town-credits = Sources of data
town-privacy = Privacy
town-accessibility = Accessibility
town-proof = Proof of badges
town-new-tab = (opens in a new tab)

## Events

town-nature = Tide and sky
town-tours = Tours
town-travel = Quick travel
town-events-title = Upcoming events
town-events-none = No events are planned right now. The town is open at any time.
town-events-failed = The list of events could not be loaded.
town-event = Event
town-event-more = More
town-event-more-of = More about { $title }
town-event-place = Place
town-event-when = When (Japan time)
town-event-when-here = Your time
town-event-span = { $from } – { $to }
town-event-seats = Seats
town-event-seats-left =
    { $left ->
        [one] { $left } of { $capacity } seats left
       *[other] { $left } of { $capacity } seats left
    }
town-event-seats-none = All { $capacity } seats are taken
town-event-languages = Languages spoken
town-event-badge = Badge
town-event-badge-share = Stay for at least { $percent }% of the time and you receive a visit badge.
town-event-badge-minutes =
    { $minutes ->
        [one] Stay for at least { $minutes } minute and you receive a visit badge.
       *[other] Stay for at least { $minutes } minutes and you receive a visit badge.
    }
town-event-state-published = Doors closed
town-event-state-open = Doors open
town-event-state-ended = Ended
town-event-state-cancelled = Cancelled
town-event-waiting = The doors are not open yet. This page changes by itself when they open.
town-event-opened = The doors have opened. Please come in.
town-event-is-open = The doors are open. Please come in.
town-event-full =
    { $waiting ->
        [0] Every seat is taken right now. Join the line and you come in automatically, by turn, as seats become free.
        [one] Every seat is taken and one person is waiting. Join the line and you come in automatically when it is your turn.
       *[other] Every seat is taken and { $waiting } people are waiting. Join the line and you come in automatically when it is your turn.
    }
town-event-ended = This event is over. The town itself is open at any time.
town-event-cancelled = This event has been cancelled. We are sorry if you had planned to come.
town-event-join = Go in
town-event-join-flat = Go in by map
town-event-prepare = While you wait, choose your name and your look.
town-entrance =
    { $role ->
        [guide] You come in as the guide.
       *[staff] You come in as staff.
    }
town-line-join = Join the line
town-line-join-flat = Join the line (map town)
town-line-event = Every seat of this event is taken right now.
town-line-event-named =
    { $capacity ->
        [one] The only seat of “{ $title }” is taken right now.
       *[other] All { $capacity } seats of “{ $title }” are taken right now.
    }
town-line-public = The town is full right now.
town-line-place =
    { $place ->
        [1] You are next
       *[other] You are number { $place } in line
    }
town-line-waiting =
    { $waiting ->
        [one] One person is waiting.
       *[other] { $waiting } people are waiting.
    }
town-line-about = You come in automatically when a seat becomes free. Please keep this page open; if you close it, you lose your place after a while.
town-line-meanwhile = You can also walk in the town instead of waiting. You then lose your place in line.
town-line-cut = The connection is poor. Your place is shown again as soon as it is back.
town-line-leave = Leave the line
town-line-turn-title = Thank you for waiting
town-line-turn = A seat is free. You are coming in now.

## In the town

town-canvas = The town in three dimensions. Walk with the arrow keys or WASD, turn with Q and E. To walk by words and a map, choose “Map town”.
town-hud = Tools of the town
town-people-count =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
town-here = You are at
town-say = Talk
town-gesture = Gestures
town-badges = Badges
town-settings = Settings
town-more = Menu
town-flat = Map town
town-solid = 3D town
town-leave = Leave the town
town-arrived = You have arrived: { $place }.
town-going = Walking to { $place }.
town-stopped = You stopped.
town-no-way = There seems to be no way there on foot.
town-someone-came = { $name } has come.
town-someone-left = { $name } has left.

town-link-joining = Connecting to the town…
town-link-away-kept = The connection broke. Connecting again; your place is being kept.
town-link-away = There is no connection. You will be back as soon as there is.
town-link-back = Connected again.
town-link-now = Connect now

town-banner-left =
    { $minutes ->
        [0] Ending any moment
       *[other] { $minutes } min left
    }
town-banner-closing = Ended. The venue closes in a moment
town-banner-starts = From { $time }
town-banner-progress = About { $minutes } min to your badge
town-banner-earned = You have done all it takes for the badge
town-banner-resting = Your time is not being counted right now. Walk, say something or make a gesture to go on.
town-banner-recorded = The guide’s way and words are being recorded (visitors are not)
town-banner-progress-label = Time spent towards the badge
town-announcement = Announcement
town-announcement-by = from { $by }

## Talking

town-chat-title = Talk
town-chat-log = Conversation
town-chat-empty = Nobody has said anything yet. Why not say hello?
town-chat-phrases = Choose a phrase
town-chat-phrases-about = It reaches others in their own language.
town-chat-text = Message
town-chat-send = Send
town-chat-closed = You can write freely during events, while staff are there. For now, choose a phrase.
town-chat-you = You
town-phrase-1 = Hello
town-phrase-2 = Nice to meet you
town-phrase-3 = Thank you
town-phrase-4 = Excuse me
town-phrase-5 = Yes
town-phrase-6 = No
town-phrase-7 = How beautiful
town-phrase-8 = How interesting
town-phrase-9 = Shall we walk together?
town-phrase-10 = Please wait a moment
town-phrase-11 = I’ll follow you
town-phrase-12 = See you again

## Gestures

town-emote-1 = Wave
town-emote-2 = Bow
town-emote-3 = Clap
town-emote-4 = Point
town-emote-5 = Yassa dance
town-emoted-1 = { $name } waved.
town-emoted-2 = { $name } bowed.
town-emoted-3 = { $name } clapped.
town-emoted-4 = { $name } pointed.
town-emoted-5 = { $name } danced the Yassa.

## People

town-people-title = People here now
town-people-alone = You are the only one here. Take your time and look around.
town-people-you = { $name } (you)
town-distance = { $metres } m
town-distance-way = { $metres } m { $way }
town-role-guide = Guide
town-role-staff = Staff
town-role-recorded = Recorded guide
town-recordings = Recorded tours
town-way-n = north
town-way-ne = north-east
town-way-e = east
town-way-se = south-east
town-way-s = south
town-way-sw = south-west
town-way-w = west
town-way-nw = north-west

## Places

town-places = Places
town-go = Go there
town-place-more = More
town-place-more-of = More about { $place }
town-go-to = { town-go }: { $place }
town-stop = Stop

## Badges

town-stamps = Stamp book
town-stamps-about = Reach a place and stay a moment: you receive its stamp. All stamps of a round bring its badge.
town-stamp-won = , received
town-stamp-open = , still to come
town-stamp-got = You received the stamp of “{ $place }”.
town-stamp-rally = { $rally }: { $done } of { $all }
town-rally-progress = { $done } of { $all }
town-rally-done = Completed
town-badges-title = Your badges
town-badges-none = No badges yet. Come to an event and you receive a visit badge.
town-badge-preparing = Being prepared
town-badge-issued = Issued
town-badge-final = Final
town-badge-revoked = Withdrawn
town-badge-preparing-about = It is about to be written to the blockchain. You can close this page; it will not be lost.
town-badge-issued-about = It has been written to the blockchain and will soon be final.
town-badge-final-about = It is final. Anyone can check it.
town-badge-revoked-about = It was issued, and withdrawn afterwards by the city.
town-wallet-open = Link a wallet
town-badge-proof = See the proof
town-badge-proof-of = See the proof of “{ $title }”
town-badge-large = Look at “{ $title }” in large
town-badge-name-host = Host of “{ $title }”
town-badge-name-real = Visited { $place } in person
town-badge-name-monthly = Visits in { $month }
town-badge-earned = { $kind }: { $how }
town-badge-kind-event = Event
town-badge-kind-rally = Rally
town-badge-kind-monthly = Visits of a month
town-badge-kind-real = Visit in person
town-badge-kind-host = Host
town-badge-source-presence = you stayed with us
town-badge-source-stamps = you collected every stamp
town-badge-source-month = you came on several days
town-badge-source-one-time = received with a code you were given
town-badge-source-rotating = received with the code on the venue’s screen
town-badge-source-word = received with the secret word
town-badge-source-grant = given to you by the city’s staff
town-badge-got = You received the badge “{ $title }”!
town-badge-look = See the badge
town-badge-news = Badge “{ $title }”: { $state }

## Settings

town-settings-title = Settings
town-tier = Picture quality
town-tier-low = Light
town-tier-mid = Normal
town-tier-high = Beautiful
town-motion = Less motion
town-tier-later = This takes effect when you next open the 3D town.

## Goodbye, and once more

town-gone-title = You have left the town
town-gone-removed-title = You were asked to leave
town-gone-ended-title = The event is over
town-gone-tab-title = You are in the town on another screen
town-gone-full-title = Every seat is taken
town-gone-closed-title = The doors are not open
town-gone-entry-title = The staff entrance did not open
town-gone-as-visitor = Enter as a visitor
town-gone-lost-title = The town cannot be reached
town-gone-renew-title = The town has been renewed
town-gone-ended-badge = If you stayed long enough, a badge is yours. You find it on the first page.
town-gone-removed-next = You can walk in the town itself as before.
town-gone-lost-next = Please try again where the connection is better.
town-gone-home = To the first page
town-gone-public = Walk in the town
town-gone-here = Enter on this screen
town-gone-reload = Reload the page

## Codes and words

town-claim-title = Receive a badge
town-claim-looking = Looking at the code…
town-claim-lead-event = A badge for those who came to this event.
town-claim-lead-real = A badge for those who came to Kashima.
town-claim-receive = Receive the badge
town-claim-newcomer = New here? Choose what the town may call you
town-claim-got = The badge is yours
town-claim-had = You already have this badge
town-claim-thanks-event = Thank you for taking part.
town-claim-thanks-real = Thank you for coming to Kashima.
town-claim-refused = The badge could not be received
town-claim-ask = If you need help, please ask the staff near you.
town-claim-town = Enter the town
town-claim-event = To the event’s page
town-claim-shelf = See my badges
town-claim-type = Type in a code
town-claim-code-label = Code
town-claim-code-hint = The letters and digits on the paper or the screen, with or without spaces.
town-claim-code-missing = Please type in the code.
town-claim-look = Check the code
town-claim-foot = No payment, no app, no wallet, and nobody asks for your real name.
town-word-title = Type in the word said at the event
town-word-label = Word
town-word-hint = The word announced at the event. Capitals and spaces make no difference.
town-word-missing = Please type in the word.
town-word-send = Send
town-word-had = You already have the badge “{ $title }”.
town-screen-title = Code of the visit badge
town-screen-code = QR code of the badge
town-screen-scan = Scan with your camera to receive the visit badge
town-screen-by-hand = If you cannot scan, open { $address } and type in this code
town-screen-next = Next code in { $seconds } s
town-screen-lost = Waiting for the network. A new code appears as soon as it is back.
town-screen-weak = The network is weak. Connecting again.
town-screen-full = Full screen
town-screen-used = Received by { $count } so far

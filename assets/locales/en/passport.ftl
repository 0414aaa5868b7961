## The words of the passport's page; only who opens it fetches them.

passport-title = Your passport
passport-failed = Your passport could not be opened. Please wait a little and try again.

passport-visits = Days you came
passport-visits-none = Nothing yet. Walk in the town, and the day is noted here.
passport-day = Day
passport-time = Time
passport-events = Events
passport-minutes =
    { $minutes ->
        [0] under 1 min
       *[other] { $minutes } min
    }
passport-earlier = Earlier days
passport-stamps =
    { $count ->
        [one] { $count } stamp
       *[other] { $count } stamps
    }
passport-badges =
    { $count ->
        [one] { $count } badge
       *[other] { $count } badges
    }
passport-see = See badges and stamps

passport-agreed = For your next visit
passport-agreed-yes = You are remembered. The passport stays in this browser for 400 days after each visit.
passport-agreed-no = You are here “just this once”. The passport goes when you close the browser.
passport-agree = Remember me from today on
passport-agree-about = Your visits from today on are counted in the city’s statistics, without your name. You can end it at any time.
passport-agree-done = You are remembered from now on.
passport-disagree = Change to just this once
passport-disagree-about = The passport goes when you close the browser. It can no longer be used on other devices, and codes and passkeys stop working.
passport-disagree-go = Just this once
passport-disagree-done = You are here “just this once” now. The passport goes when you close the browser.

passport-devices = Devices with your passport
passport-device-here = This device
passport-device-other = Another device
passport-device-first = since { $came }
passport-device-code = by a code, on { $came }
passport-device-passkey = by a passkey, on { $came }
passport-device-used = Last used on { $used }
passport-device-out = Sign out
passport-device-out-of = Sign out the device last used on { $used }
passport-device-gone = That device cannot use your passport any more.

passport-bring = Bring it to another device
passport-bring-not = Once you are remembered, you can use the same passport on another device too.
passport-phone = Show it to my phone
passport-phone-about = Scan this with the other device’s camera. It works once, within ten minutes. Show it to nobody else: whoever scans it has your passport.
passport-phone-picture = QR code that brings your passport to another device
passport-typed = To type it instead:
passport-paper = Make a spare code
passport-paper-again = Make a new spare code
passport-paper-about = This code is for the day you lose your device. Write it down and put it away. It works once, until { $until }. It is shown only now.
passport-paper-stands = You have a spare code (until { $until }). Once you make a new one, it stops working.
passport-withdraw = Cancel the code
passport-withdrawn = The code does not work any more.

passport-passkeys = Passkeys
passport-passkeys-about = Your fingerprint, your face or your screen lock opens the passport on another device. There is no password.
passport-passkey-make = Make a passkey
passport-passkey-made = The passkey has been made.
passport-passkey-of = Passkey made on { $made }
passport-passkey-remove = Remove
passport-passkey-remove-of = Remove the passkey made on { $made }
passport-passkey-removed = The passkey has been removed. What your device still lists, you can delete in its settings.
passport-passkey-cancelled = No passkey was made.
passport-passkey-had = This device already has a passkey.

passport-kept = What the town stores about you
passport-kept-about = This is everything the town’s tables hold about you. It stays until you erase it.
passport-kept-what = What
passport-kept-rows = How many
passport-kept-then = Once erased
passport-kept-visitor = Your name, look and language; when you first and last came in
passport-kept-consents = Your answers, such as whether you may be remembered
passport-kept-visits = The days you came, where, and for how long
passport-kept-attendances = How long you took part in each event
passport-kept-stamps = Where and on which day you received stamps
passport-kept-awards = The badges you were given, what for, and how far they are issued
passport-kept-holder = The address that holds your badges (made at random)
passport-kept-redemptions = Codes and words that gave you badges
passport-kept-wallet = The address of the wallet you linked
passport-kept-wallet-words = Words for your wallet to sign, once (five minutes)
passport-kept-moves = Signatures for moving badges to your wallet
passport-kept-devices = Devices with your passport: a value to check the token by, and the days of use
passport-kept-codes = Codes for further devices: only a value to check them by
passport-kept-passkeys = Public keys of your passkeys, with the days they were made and used
passport-kept-blocks = Nicknames of people you decided not to meet
passport-kept-moderation = What staff did in an event, and why
passport-kept-gone = deleted at once
passport-kept-untied = stays as a count that is nobody’s
passport-kept-numbered = stays with a number that leads to nobody
passport-kept-public = stays, as it is public on the blockchain
passport-kept-passing = Where you are and what you say is held only for moments, so that a lost connection can be taken up again. It is in no table.

passport-export = Take everything as a file (JSON)
passport-erase = Erase what is stored
passport-erase-stays = What remains is counts of visits that are nobody’s, and badges written to the blockchain. Their tie to you is gone. Only badges you moved to a wallet are still public as that wallet’s.

passport-arrive = Use your passport from another device
passport-arrive-about = On the device that has your passport, “Bring it to another device” shows you a code.
passport-arrive-link = You opened a link with a code. Go on only if the link comes from your own device.
passport-arrive-code = Code
passport-arrive-hint = 16 letters and digits. Capitals and spaces do not matter.
passport-arrive-missing = Please type in the code.
passport-arrive-go = Use it here
passport-arrive-passkey = Use a passkey
passport-arrive-failed = The passkey could not be read. Please try again.
passport-arrive-instead-about = If you go on, the other passport on this device cannot be used any more. Without a spare code or a passkey of its own it is gone for good.
passport-arrive-instead = Go on all the same
passport-arrive-done = Welcome back, { $name }. Your passport works on this device too.
passport-arrive-fresh = The code you used has stopped working. Here is a new spare code; please write it down.

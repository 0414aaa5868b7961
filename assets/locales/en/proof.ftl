## The pages that prove badges: anybody may see them, anybody may check them.

proof-town = Virtual Kashima
proof-title = Proof of badges
proof-to-town = To the town
proof-to-overview = About the proof
proof-skip = Skip to the text
proof-languages = Language
proof-privacy = Privacy
proof-accessibility = Accessibility

proof-lead = The visit badges of Virtual Kashima are written in a ledger, a blockchain, in which nobody can alter an entry unnoticed. This page shows what that ledger says now, and nothing else.

proof-now-title = The count now
proof-tokens = badges given
proof-holders = people who hold one
proof-returners = came on two or more days
proof-as-of = Counted from the ledger up to block { $block }, { $moment }.
proof-none-yet = None has been issued yet. The figures appear here with the first badge.
proof-away-title = Cannot be checked right now
proof-away-overview = The ledger cannot be reached, so nothing new can be counted. No badge written in it is lost. Please wait a little and open this page again.
proof-away-holder = The ledger cannot be reached, so this cannot be checked right now. No badge written in it is lost. Please wait a little and open this page again.
proof-away-since = What is shown below was checked up to block { $block }, { $moment }.

proof-find-title = Look at someone’s badges
proof-find-about = Enter the address of a holder to see their badges. It is written on the proof page that opens from “Badges” in the town.
proof-find-label = Address of the holder
proof-find-hint = 42 characters, beginning with 0x
proof-find-go = Show

proof-does-title = What a badge proves
proof-does-attended = The town’s server measured the time spent there, and gave the badge only to those who fulfilled the event’s rule
proof-does-day = At which event, on which day and at which place it was earned
proof-does-lasting = That it was not changed afterwards, and not sold to somebody else (these badges cannot be handed on)
proof-not-title = What it does not prove
proof-not-who = Who the holder is: the ledger holds an address made at random, without a name or a visitor’s number
proof-not-real = That they went to the real Kashima City: only the six-sided badge of a visit in person was received at a counter there
proof-not-money = That it is worth money: it cannot be bought or sold

proof-recount-title = Count for yourself
proof-recount-about = You need not believe our figures. This small program runs wherever there is Python 3.9 or newer, and adds up the ledger from its beginning.
proof-recount-download = Download verify_badges.py
proof-recount-run = Run this in the same folder:
proof-recount-node = You can also ask the node of somebody else directly. This site is then not used at all.
proof-recount-digest = When the digest printed at the end is the one below, every single badge agrees.
proof-node-placeholder = ADDRESS-OF-A-NODE
proof-facts-title = Values to check against
proof-contract = Address of the contract
proof-chain-id = Number of the chain
proof-genesis = First block
proof-block = Counted up to block
proof-block-hash = Hash of that block
proof-digest = Digest
proof-manifest = The same for programs (JSON)
proof-own-chain = At present this ledger runs on the town’s own computer. Keep the digest or the block hash above, and you can compare at any later time whether anything was rewritten.

proof-holder-title = Visit badges of this holder
proof-holder-proves =
    { $days ->
        [0] The ledger shows that whoever has this address was given { $badges ->
            [one] one visit badge
           *[other] { $badges } visit badges
        } of Virtual Kashima.
       *[other] The ledger shows that whoever has this address came on { $days ->
            [one] one day
           *[other] { $days } days
        }, to what was held in Virtual Kashima or to Kashima itself, and was given { $badges ->
            [one] one visit badge
           *[other] { $badges } visit badges
        }.
    }
proof-holder-waiting = A badge for this address is just being prepared for the ledger.
proof-holder-moved = The holder moved the badges to a wallet of their own. They are now at:
proof-holder-address = Address of the holder
proof-holder-nobody-knows = This address was made at random; no name is tied to it.
proof-place = Place
proof-date = Day
proof-way = How far issuing has come
proof-state-preparing = Being prepared
proof-state-issued = Issued
proof-state-final = Final
proof-state-moved = In a wallet
proof-state-withdrawn = Withdrawn
proof-state-unchecked = Not checkable
proof-about-preparing = It is about to be written in the ledger. It cannot get lost while it waits.
proof-about-issued = It has been written in the ledger and will soon be final.
proof-about-final = It is final and will not change any more.
proof-about-moved = Its holder signed for moving it to their own wallet. It is not lost.
proof-about-withdrawn = It was written in the ledger and withdrawn afterwards.
proof-about-unchecked = The ledger cannot be reached right now. Nothing is lost.
proof-transaction = Transaction hash
proof-in-block = In block
proof-in-block-number = No. { $block }
proof-block-time = Written at
proof-balance = The contract’s answer just now
proof-balance-yes = Held (balanceOf = 1)
proof-balance-no = Not held (balanceOf = 0)
proof-balance-unknown = No answer right now
proof-details = In the ledger
proof-badge-unknown = A badge this town has no record of
proof-share-title = Show this page
proof-share-about = Give this address or QR code to anyone who should see it. Whoever opens it can check for themselves.
proof-share-link = Address of this page
proof-share-qr = QR code of this page

proof-nobody-unknown-title = No badge was found
proof-nobody-unknown = No badge was given to this address. Please compare it character by character.
proof-nobody-away-title = Cannot be checked right now
proof-nobody-away = The ledger cannot be reached, so this badge cannot be checked right now. Please wait a little and open this page again.
proof-nobody-malformed-title = That is not an address
proof-nobody-malformed = An address begins with 0x, and 40 characters from 0 to 9 and a to f follow.

proof-all-of-holder = All badges of this person
proof-sealed = Fingerprint of name, date and place
proof-sealed-yes = The same as the one in the ledger.
proof-sealed-no = Not the one in the ledger. Do not trust the name and date on this page.
proof-check-title = Check it yourself
proof-check-embedded = Download verify_badges.py and run this in the same folder: it counts the entries of the ledger from the beginning.
proof-check-node = You can ask another company's node directly, without this site. An answer that ends in 1 means: held now.
proof-check-meta = What this badge says (JSON)
proof-preview-alt = Visit badges of Virtual Kashima
proof-ladder = How often people came
proof-ladder-step = Who
proof-besides = Besides these: { $taken } badges taken back, { $moved } people who moved theirs to a wallet.

proof-art-label = Visit badge “{ $title }”, { $day }
proof-name-host = Host of “{ $title }”
proof-name-real = Visited { $place } in person
proof-name-monthly =
    { $month ->
        [1] Visits in January { $year }
        [2] Visits in February { $year }
        [3] Visits in March { $year }
        [4] Visits in April { $year }
        [5] Visits in May { $year }
        [6] Visits in June { $year }
        [7] Visits in July { $year }
        [8] Visits in August { $year }
        [9] Visits in September { $year }
        [10] Visits in October { $year }
        [11] Visits in November { $year }
       *[other] Visits in December { $year }
    }
proof-kind-event = Event
proof-kind-rally = Rally
proof-kind-monthly = Visits of a month
proof-kind-real = Visit in person
proof-kind-host = Host
proof-meta-event = The sign of having taken part, on { $day }, in what was held at “{ $place }” in Virtual Kashima.
proof-meta-rally = The sign of having completed the rally “{ $name }” in Virtual Kashima.
proof-meta-monthly =
    { $month ->
        [1] The sign of having come to Virtual Kashima on several days of January { $year }.
        [2] The sign of having come to Virtual Kashima on several days of February { $year }.
        [3] The sign of having come to Virtual Kashima on several days of March { $year }.
        [4] The sign of having come to Virtual Kashima on several days of April { $year }.
        [5] The sign of having come to Virtual Kashima on several days of May { $year }.
        [6] The sign of having come to Virtual Kashima on several days of June { $year }.
        [7] The sign of having come to Virtual Kashima on several days of July { $year }.
        [8] The sign of having come to Virtual Kashima on several days of August { $year }.
        [9] The sign of having come to Virtual Kashima on several days of September { $year }.
        [10] The sign of having come to Virtual Kashima on several days of October { $year }.
        [11] The sign of having come to Virtual Kashima on several days of November { $year }.
       *[other] The sign of having come to Virtual Kashima on several days of December { $year }.
    }
proof-meta-real = The sign of having been at “{ $place }” in Kashima City, Saga, in person on { $day }, and of the code that was shown there.
proof-meta-host = The sign of having hosted what was held at “{ $place }” in Virtual Kashima on { $day }.
proof-trait-kind = Kind
proof-trait-place = Place
proof-trait-day = Date
proof-trait-season = Season
proof-season-spring = Spring
proof-season-summer = Summer
proof-season-autumn = Autumn
proof-season-winter = Winter

proof-verify-chain = Chain: up to block { $block }, { $badges } badges, { $holders } holders, { $returners } of them with two or more days
proof-verify-database = Database: { $badges } final, { $holders } holders, { $returners } of them with two or more days, { $underway } under way
proof-verify-digest = Digest: { $digest }
proof-verify-only-database = Only in the database: { $count }
proof-verify-only-chain = Only on the chain: { $count }
proof-verify-taken-back = Taken back on the chain, and therefore only in the database: { $count }
proof-verify-torn = Holders the contract stores otherwise than it logged: { $count }
proof-verify-node = Node { $number }: digest up to block { $block } { $digest }
proof-verify-node-behind = has not got that far yet
proof-verify-none = There is no contract yet.

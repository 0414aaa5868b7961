## Words of the staff pages. Japanese leads; this file follows it key by key.

staff-title = Virtual Kashima staff pages
staff-brand = Virtual Kashima
staff-brand-staff = Staff pages
staff-skip = Skip to the content
staff-nav = Main pages
staff-nav-events = Events
staff-nav-counters = Counters
staff-nav-figures = Returning visitors
staff-nav-badges = Badges
staff-nav-members = Staff
staff-nav-audit = Activity log
staff-account = Signed in
staff-languages = Language of these pages
staff-sign-out = Sign out

staff-minutes = { $minutes } min
staff-people =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
staff-jst = All times are Japan time.

staff-role =
    { $role ->
        [owner] Owner
        [host] Host
        [moderator] Moderator
       *[analyst] Analyst
    }
staff-role-about =
    { $role ->
        [owner] Can do everything and invite other staff.
        [host] Creates, opens and ends events; sees attendance and figures.
        [moderator] Watches over an event, makes announcements, asks people to leave.
       *[analyst] Sees figures only, and no nicknames.
    }

## Signing in

staff-sign-in-title = Sign in
staff-sign-in-lead = Prepare and host events, and see who comes back.
staff-login = Login
staff-password = Password
staff-sign-in = Sign in
staff-sign-in-wrong = The login or the password is wrong.
staff-sign-in-help = No account, or forgotten the password? Ask an owner for a new registration link.
staff-signed-out = You are signed out.
staff-form-stale = This page had been open too long, so nothing was sent. Please try once more.

## Registration link

staff-invite-title = Join the staff
staff-invite-lead = You are joining as { $role }. This link works once.
staff-invite-login-help = 3 to 40 lower-case letters, digits, “.”, “_” or “-”. It cannot be changed later.
staff-name = Name to show
staff-invite-name-help = Your colleagues see it, and visitors do when you make an announcement.
staff-password-help = At least { $shortest } characters. Four or so words in a row are easy to remember and hard to guess.
staff-password-again = Password, once more
staff-register = Register and begin
staff-welcome = Welcome, { $name }. You are registered.

staff-password-title = Change password
staff-password-current = Current password
staff-password-new = New password
staff-password-lead = Changing it signs you out everywhere else.
staff-password-change = Change password
staff-password-changed = Your password is changed.

staff-fault-summary = Please put the following right. What you typed is still here.
staff-fault-login-characters = Use 3 to 40 lower-case letters, digits, “.”, “_” or “-”.
staff-fault-login-taken = This login is taken. Please choose another.
staff-fault-name-empty = Please enter a name.
staff-fault-name-long = A name can have up to 40 characters.
staff-fault-name-characters = The name contains characters that cannot be used.
staff-fault-password-short = Use at least { $shortest } characters.
staff-fault-password-long = Use at most { $longest } characters.
staff-fault-password-obvious = This password is easy to guess. Do not rely on common words, names or characters in a row.
staff-fault-again = The two passwords differ.
staff-fault-current = The current password is wrong.

## Refusals

staff-refused-title = That could not be done
staff-refused-not-found = There is no such page. The link may be old, or no longer valid.
staff-refused-large = What was sent is too large.
staff-refused-malformed = What was sent could not be read.
staff-refused-surprise = Something went wrong on our side. Please wait a moment and try again.
staff-refused-home = To the first page

staff-again-title = Please send it once more
staff-again-stale = The page had been open too long or you signed in again, so nothing has been sent yet. Everything you typed is still here.
staff-again-signed-out = Your sign-in had run out, so nothing has been sent yet. Sign in in another tab, then press the button below. Everything you typed is still here.
staff-again-sign-in = Open the sign-in page in another tab
staff-again-send = Send this once more
staff-again-typed = What will be sent

## Events

staff-events-title = Events
staff-events-new = Create an event
staff-events-none = There are no events yet. Create the first one.
staff-events-section =
    { $section ->
        [now] Happening now
        [soon] Coming up
        [drafts] Drafts
       *[past] Past
    }
staff-state =
    { $state ->
        [draft] Draft
        [published] Published, doors closed
        [open] Doors open
        [ended] Ended
       *[cancelled] Cancelled
    }
staff-events-present =
    { $count ->
        [one] { $count } person here now
       *[other] { $count } people here now
    }

staff-event-when = When
staff-event-place = Place
staff-event-capacity = Capacity
staff-event-languages = Languages
staff-event-badge = Badge
staff-event-badge-share = For taking part for { $percent }% of the time
staff-event-badge-minutes = For taking part for { $minutes } minutes
staff-event-badge-needed = ({ $minutes } min)
staff-event-link = Link to join
staff-event-link-help = Share this link or the QR code. It lets people in only while the doors are open.
staff-event-link-draft = The link and its QR code appear here once the event is published.
staff-copy = Copy the link
staff-copied = Copied.
staff-code = QR code of the link to join
staff-code-save = Save the QR code (SVG)
staff-event-next = What to do next
staff-event-next-draft = Check everything, then publish. The event then appears in the town's list and can no longer be changed.
staff-event-next-published = Open the doors when it is time. Visitors can then come in.
staff-event-next-open = The doors are open. Host the event with the live page in view.
staff-event-next-ended = The event has ended. You can look at attendance and badges.
staff-event-next-cancelled = This event was cancelled.
staff-event-edit = Change
staff-event-publish = Publish
staff-event-open = Open the doors
staff-event-live = Live page
staff-event-end = End
staff-event-cancel = Cancel the event
staff-event-attendance = Attendance and badges
staff-event-created = “{ $title }” is saved as a draft.
staff-event-saved = The changes are saved.
staff-event-too-early = Doors can be opened from { $hours } hours before the start.
staff-event-now-published = Published. The event is in the town's list.
staff-event-now-open = The doors are open. Visitors can come in.
staff-event-now-ended = Ended. Everybody who was there long enough gets the badge.
staff-event-now-cancelled = The event is cancelled.
staff-done-untold = Saved. The town has not heard of it yet; if nothing changes within a few minutes, please tell your operator.

staff-form-new = New event
staff-form-edit = Change the event
staff-form-what = What
staff-form-title = Title
staff-form-title-help = The name visitors see. Up to 80 characters.
staff-form-place = Place
staff-form-place-choose = Please choose
staff-form-place-help = Where visitors first stand.
staff-form-when = When
staff-form-starts = Start (Japan time)
staff-form-ends = End (Japan time)
staff-form-who = For whom
staff-form-capacity = Capacity
staff-form-capacity-help = From 1 to { $most } people.
staff-form-languages = Languages spoken
staff-form-languages-help = The languages the host can speak. Everything on screen is shown in all five.
staff-form-rule = Badge rule
staff-form-rule-help = Time taking part is measured by the server; time away does not count.
staff-form-rule-share = Share of the time (%)
staff-form-rule-minutes = Minutes
staff-form-rule-value = Percent or minutes
staff-form-save = Save as a draft
staff-form-keep = Save
staff-form-stop = Do not save

staff-fault-title = Enter a title of 1 to 80 characters.
staff-fault-place = Choose a place.
staff-fault-date = Enter a date and a time.
staff-fault-ends-before = The end must be after the start.
staff-fault-ends-at = An event can last up to 12 hours.
staff-fault-ends-past = The end is in the past.
staff-fault-number = Enter a number.
staff-fault-capacity = The capacity can be from 1 to { $most }.
staff-fault-languages = Choose at least one language.
staff-fault-rule-share = The share can be from 1 to 100.
staff-fault-rule-minutes = The minutes can be from 1 to the length of the event.

## Hosting

staff-live-title = Live
staff-live-closed = The doors of this event are not open now.
staff-live-present = People here
staff-live-as-of = As of { $time }
staff-live-none = Nobody is here right now.
staff-live-nickname = Nickname
staff-live-place = Where
staff-live-minutes = Taking part
staff-live-on-the-way = On the way
staff-live-act = Action
staff-live-remove-short = Ask to leave
staff-live-remove-who = Ask to leave: { $nickname }
staff-live-overdue = The end time has passed. When you end the event, everybody who was there long enough gets the badge.
staff-live-refresh = Refresh
staff-live-lost = The list cannot be refreshed. Checking the connection.
staff-live-ended = This event is over. Please reload the page.
staff-announce-title = Announcement to everybody here
staff-announce-label = Announcement
staff-announce-help = Shown to everybody in the event at once. Up to { $most } characters.
staff-announce = Announce
staff-announced = Announced.
staff-announced-title = Announcements made
staff-fault-text = Enter an announcement of 1 to { $most } characters.

staff-remove-title = Ask somebody to leave
staff-remove-lead = { $nickname } will be taken out of the event and cannot come back to it. The rest of the town stays open to them.
staff-remove-reason = Reason
staff-remove-reason-help = Shown to the person and kept in the activity log. Up to { $most } characters.
staff-remove = Ask to leave
staff-removed = They were asked to leave.
staff-fault-reason = Enter a reason of 1 to { $most } characters.

staff-line-title = When the event is full
staff-live-nth = Instance { $number }, { $place }
staff-live-waiting =
    { $count ->
        [0] Nobody is waiting in line.
        [one] One person is waiting in line.
       *[other] { $count } people are waiting in line.
    }
staff-let-in-count = How many
staff-let-in-help = The first in line come in over the capacity. Up to { $most } at once.
staff-let-in = Let in from the front
staff-let-in-done =
    { $count ->
        [one] One person has a seat now and comes in within seconds.
       *[other] { $count } people have seats now and come in within seconds.
    }
staff-let-in-none = Nobody could be given a seat: the line is empty, or there is no more room at all.

staff-enter-title = Go in yourself
staff-enter-about = You come in whatever the capacity. Others see a mark beside your name.
staff-enter-guide = Enter as the guide
staff-enter-staff = Enter as staff
staff-entrance-title = Your entrance
staff-entrance-lead =
    { $role ->
        [guide] Your entrance to “{ $title }” as its guide.
       *[staff] Your entrance to “{ $title }” as staff.
    }
staff-entrance-hours = It works for { $hours } hours, while the doors are open.
staff-entrance-one = It belongs to the first person who uses it. Do not hand it to visitors; each member of staff makes their own.
staff-entrance-name = Your name there is the nickname you use in the town.
staff-entrance-open = Open the town
staff-entrance-back = Back

staff-end-title = End the event?
staff-end-1 = The doors close, and whoever is inside goes back to the town.
staff-end-2 = Everybody who took part long enough gets the badge.
staff-end-3 = An ended event cannot be opened again.
staff-cancel-title = Cancel the event?
staff-cancel-1 = The doors will not open. If they are open they close, and whoever is inside goes back to the town.
staff-cancel-2 = Nobody else gets the badge. Those who have already earned it keep it.
staff-cancel-3 = A cancelled event cannot be brought back.
staff-confirm-end = End the event
staff-confirm-cancel = Cancel the event
staff-confirm-stop = No, go back

staff-attendance-title = Attendance and badges
staff-attendance-lead = Times are measured by the server. The badge asks for { $minutes } minutes.
staff-attendance-none = Nobody took part.
staff-attendance-count =
    { $count ->
        [one] { $count } person took part, badges: { $badges }
       *[other] { $count } people took part, badges: { $badges }
    }
staff-attendance-first = First seen
staff-attendance-badge = Badge
staff-attendance-erased = (erased)
staff-award =
    { $state ->
        [none] Not long enough
        [queued] Being issued
        [batched] Being issued
        [mined] Issued
        [final] Final
        [revoked] Withdrawn
        [erased] Given (erased)
       *[parked] Needs a look
    }
staff-attendance-open = The doors are open, so this will still grow.

staff-attendance-host = Host: { $state }
staff-grant-title = Give a badge by hand
staff-grant-lead = You give { $nickname } a badge with a reason: because the time fell short for no fault of theirs, or because they helped. A badge that was given cannot be taken back.
staff-grant-which = Which badge
staff-grant-kind =
    { $kind ->
        [host] Host’s badge
       *[event] Visit badge
    }
staff-grant-about =
    { $kind ->
        [host] For whoever guided the event or helped to hold it.
       *[event] Stands for the day of the event, and counts as a visit day.
    }
staff-grant-held = They have it already.
staff-grant-reason = Reason
staff-grant-reason-help = Kept in the log of acts. They are only told that the city’s staff gave it. { $most } characters at most.
staff-grant = Give the badge
staff-grant-link = Give
staff-grant-column = By hand
staff-grant-who = Give { $nickname } a badge
staff-granted = { $nickname } was given the badge.
staff-granted-before = { $nickname } has this badge already. Nothing was changed.

## Returning visitors

staff-figures-title = Returning visitors
staff-figures-lead = Not how many visits, but how many people came back.
staff-figures-as-of = As of { $when }
staff-figures-totals = All time
staff-figures-visitors = Visitors
staff-figures-visitors-about = People with one or more visit days.
staff-figures-returners = Returners
staff-figures-returners-about = People with two or more visit days. Only those who agreed to be remembered are counted.
staff-figures-days = Visit days
staff-figures-days-about = Days (Japan time) on which a visitor was active for { $seconds } seconds or more in all, summed over all visitors.
staff-figures-weeks = Visitors and returners by week
staff-figures-weeks-about = Weeks run from Monday to Sunday (Japan time). “Came back” are people whose second or later visit day lies in the week, “first time” all other visitors. Whoever is not remembered counts as first time each day.
staff-figures-chart = Visitors of the last { $weeks } weeks; the dark part came back.
staff-figures-chart-text = The numbers are those of the table below. Hatched: hidden, because few people are behind it.
staff-figures-week = Week
staff-figures-week-of = Week of { $day }
staff-figures-first = First time
staff-figures-again = Came back
staff-figures-events = Who came back after an event
staff-figures-events-about = “Attended” are people active in the event for { $seconds } seconds or more; “can be followed” those of them who agreed to be remembered; “came back” those of them with another visit day within { $days } days after the day they took part.
staff-figures-event = Event
staff-figures-day = Date
staff-figures-attended = Attended
staff-figures-followed = Can be followed
staff-figures-returned = Came back
staff-figures-share = Share
staff-figures-unsettled = { $days } days not over yet
staff-figures-settled = Complete
staff-figures-state = Period
staff-figures-none = There are no figures yet. They appear with the first visits.
staff-figures-no-events = No event has ended yet.
staff-figures-hidden = Small groups are protected: figures about fewer than { $small } people are shown as “<{ $small }”, and figures from which those could be worked out as “＊”. Totals include what is hidden. Hidden now: { $count }.
staff-figures-shown = The protection of small groups is off. Do not publish these figures.
staff-figures-erased = Stays of people who asked to be erased are in none of the figures about people and visit days ({ $count }).
staff-figures-csv = Save the table as CSV (Excel)
staff-figures-chain = As the chain tells it
staff-figures-chain-about = Only badges that are final on the blockchain. Anybody can recount this public record, so small numbers are not hidden.
staff-figures-holders = Addresses with a badge
staff-figures-repeat = Addresses with badges of two days or more
staff-figures-badges = Final badges
staff-figures-waiting = Being issued
staff-figures-recount = To recount, run { $command } or see the proof page.
staff-figures-proof = Proof page
staff-csv-week = Week
staff-csv-monday = Monday
staff-csv-visitors = Visitors
staff-csv-first = First time
staff-csv-again = Came back
staff-csv-days = Visit days
staff-csv-event = Event
staff-csv-day = Date
staff-csv-attended = Attended
staff-csv-followed = Can be followed
staff-csv-returned = Came back
staff-csv-share = Share
staff-csv-settled = Period over
staff-csv-as-of = As of (Japan time)
staff-csv-yes = yes
staff-csv-no = no

## Staff

staff-members-title = Staff
staff-members-name = Name
staff-members-role = Role
staff-members-since = Since
staff-members-state = State
staff-members-active = Active
staff-members-disabled = Disabled ({ $day })
staff-members-disable = Disable
staff-members-disable-who = Disable { $name }
staff-members-you = (you)
staff-invites-title = Invite somebody
staff-invites-lead = Make a registration link and give it to that person only. It works once, for { $hours } hours.
staff-invites-role = Role
staff-invites-make = Make a registration link
staff-invites-made = A registration link for the role “{ $role }” is ready. It cannot be shown again once you leave this page.
staff-invites-link = Registration link
staff-invites-open = Links not used yet
staff-invites-until = until { $when }
staff-invites-withdraw = Withdraw
staff-invites-withdraw-which = Withdraw the link for { $role } (until { $when })
staff-invite-withdrawn = The registration link is withdrawn.
staff-disable-title = Disable { $name }?
staff-disable-1 = They are signed out at once and cannot sign in any more.
staff-disable-2 = The log of what they did stays.
staff-disable-3 = To undo it, have them register again with a new link.
staff-disable-self = You are about to disable yourself.
staff-disabled = { $name } is disabled.

## Activity log

staff-audit-title = Activity log
staff-audit-lead = Who did what and when, the newest first.
staff-audit-at = When
staff-audit-who = Who
staff-audit-act = What
staff-audit-subject = To what
staff-audit-detail = Details
staff-audit-none = Nothing has been logged yet.
staff-audit-older = Older entries
staff-audit-system = System
staff-act =
    { $act ->
        [claim-open] Made codes or a word
        [claim-screen] Made a screen’s link
        [claim-withdraw] Withdrew codes or a word
        [join] Registered
        [sign-in] Signed in
        [change-password] Changed password
        [invite] Made a registration link
        [withdraw] Withdrew a registration link
        [disable] Disabled a member of staff
        [event-create] Created an event
        [event-edit] Changed an event
        [recording-on] Began to record the guide
        [recording-off] Stopped recording the guide
        [recording-publish] Published a recording
        [recording-discard] Erased a recording
        [event-published] Published an event
        [event-open] Opened the doors
        [event-ended] Ended an event
        [event-cancelled] Cancelled an event
        [announce] Announced
        [remove] Asked somebody to leave
        [grant-event] Gave a visit badge
        [grant-host] Gave a host’s badge
        [export] Saved a CSV
        [let-in] Let in from the line
        [enter-guide] Entrance made as guide
        [enter-staff] Entrance made as staff
        [reissue] Issued badges again on another chain
        [badges-again] Tried set-aside badges again
       *[other] { $act }
    }

## Issuing badges

staff-badges-title = Issuing badges
staff-badges-lead = How far the promised badges have come. Whatever happens, a promised badge is not lost: it goes on from here once things are right again.
staff-badges-now = Now
staff-badges-oldest = Longest waiting badge
staff-badges-since = since { $when }
staff-badges-none-waiting = No badge is waiting
staff-badges-block = Newest block
staff-badges-balance = Left for fees
staff-badges-seen-at = Seen at
staff-badges-look-again = Look again
staff-badges-proof = Open the public proof page
staff-badges-for-operator = What to tell whoever runs the server
staff-badges-counts = How many are where
staff-badges-count = { $count ->
    [one] { $count } badge
   *[other] { $count } badges
    }
staff-badges-state =
    { $state ->
        [queued] Waiting in line (being prepared)
        [batched] Sent to the chain (being prepared)
        [mined] Issued
        [final] Final
        [revoked] Withdrawn
       *[parked] Set aside
    }
staff-badges-lines = Badges that wait
staff-badges-badge = Badge
staff-badges-number = Number
staff-badges-waits-since = Since
staff-badges-opens = Can be issued from { $when }
staff-badges-moves = Moves to wallets
staff-badges-move =
    { $state ->
        [queued] Waiting in line: { $count }
        [batched] Sent to the chain: { $count }
       *[refused] Refused: { $count }. Whoever it is can link their wallet again.
    }
staff-badges-why =
    { $why ->
        [nothing] All is well. Badges are being issued in turn.
        [standby] This minter stands by; another one is at work.
        [unconfirmed] What was sent is waiting for a block.
        [signer-missing] The key that signs badges is missing.
        [signer-unusable] The key that signs badges cannot be used.
        [signer-changed] The key that signs is not the one used before.
        [registrar-unusable] The key that moves badges to wallets cannot be used.
        [chain-away] The blockchain cannot be reached.
        [wrong-chain] The chain we reached is not the one the badges are recorded on.
        [chain-disagrees] The chain’s record differs from the town’s own copy.
        [nodes-disagree] The two chain services give different answers.
        [no-contract] There is no badge contract on this chain yet.
        [not-issuer] The right to issue has been taken away.
        [not-registrar] The right to move badges to wallets has been taken away.
        [needs-admin] Some badges wait for the contract’s administrator.
        [defined-otherwise] The contract knows a badge by another day than the town does.
        [paused] The contract’s administrator has paused issuing.
        [daily-cap] Today’s limit has been reached.
        [out-of-funds] There is not enough left to pay fees.
        [refused] The chain service does not accept what we send.
        [keeps-reverting] What was sent has been reverted several times in a row.
        [database-away] The minter cannot reach the database.
        [silent] The minter is not running.
       *[unheard] The minter is at work, but cannot be asked.
    }
staff-badges-todo =
    { $why ->
        [nothing] Nothing to do.
        [standby] Nothing to do.
        [unconfirmed] Nothing to do. When it is crowded, the fee is raised and it is sent again by itself.
        [signer-missing] Ask whoever runs the server to provide the issuing key (KASHIMA_ISSUER_KEY).
        [signer-unusable] Ask whoever runs the server to check the issuing key.
        [signer-changed] Ask whoever runs the server to put the earlier key back.
        [registrar-unusable] Ask whoever runs the server to check KASHIMA_REGISTRAR_KEY.
        [chain-away] It reconnects by itself. If this lasts over 30 minutes, tell whoever runs the server.
        [wrong-chain] Nothing was sent. Ask whoever runs the server to check the address of the chain. When a test network has ended, kashima reissue brings everything to a new one.
        [chain-disagrees] Issuing has stopped. Tell whoever runs the server.
        [nodes-disagree] Issuing has stopped. Ask whoever runs the server to find out which service is right.
        [no-contract] Ask whoever runs the server to decide about deploying one (KASHIMA_ALLOW_DEPLOY).
        [not-issuer] Ask the contract’s administrator to give the right back.
        [not-registrar] Ask the contract’s administrator to give the right back.
        [needs-admin] Ask whoever runs the server to run kashima contract --pending and hand what it says to the contract’s administrator.
        [defined-otherwise] Other badges go on. Ask whoever runs the server: the issuing key may have leaked.
        [paused] Ask the contract’s administrator when it will go on.
        [daily-cap] It goes on by itself tomorrow.
        [out-of-funds] Ask whoever runs the server to top up the issuing account. It then goes on by itself.
        [refused] Ask whoever runs the server to check the plan and limits of the chain service.
        [keeps-reverting] Issuing has stopped. Tell whoever runs the server.
        [database-away] It reconnects by itself. If this lasts, tell whoever runs the server.
        [silent] Ask whoever runs the server to start the minter (kashima minter). It then goes on by itself.
       *[unheard] Badges are being issued. To see more here, ask whoever runs the server to check KASHIMA_MINTER_URL.
    }
staff-badges-parked = Badges set aside until somebody looks
staff-badges-parked-none = No badge is set aside.
staff-badges-words = What the contract or the minter said:
staff-badges-again = Try { $count } again
staff-badges-again-short = Try again
staff-badges-again-one = Try again: “{ $title }” (holder { $holder })
staff-badges-which = See which badges
staff-badges-parked-at = set aside { $when }
staff-badges-again-done = { $count } are in line again.
staff-badges-again-nothing = There was nothing left to try again.
staff-badges-parked-why =
    { $reason ->
        [no-address] The address is not written as an address
        [not-shown] Sent to the chain, yet not recorded there
        [closed] The time for issuing has passed
        [wrong-day] The badge’s day does not fit the time for issuing
       *[refused] The contract did not accept it
    }
staff-badges-parked-todo =
    { $reason ->
        [no-address] Ask whoever runs the server to look at this address. Until it is put right, it will be set aside again.
        [not-shown] Try again once the chain is in order. Nothing can be issued twice.
        [closed] Ask the contract’s administrator to extend the time, then try again.
        [wrong-day] Check that the event’s date is right, and tell whoever runs the server.
       *[refused] Tell whoever runs the server the words below. When the cause is gone, try again.
    }

## Codes and words

staff-claims-title = Codes and words
staff-claims-lead = Three ways to give the badge to people who really came. Whichever they use, each person gets one badge.
staff-claims-short = Give the badge on paper, on a screen, or by a word said aloud.
staff-claims-go = To codes and words
staff-claims-live = In use
staff-claims-none = None yet. Make one below.
staff-claims-gone = Over ({ $count })
staff-claims-make = Make a new one
staff-claims-closed = No codes or words can be made for this event as it is. They can be once it is published, and after it has ended.
staff-counters-title = Codes of counters
staff-counters-lead = Badges for people who come to a real counter: the tourist office, the roadside station, HAMA BAR. Who comes again on another day gets that day’s badge too.
staff-claim-last = Last used { $when }
staff-claim-unused = Nobody has used it yet
staff-claim-uses = { $used } of { $cap } people
staff-claim-screen = Show on a screen
staff-claim-screen-which = Show on a screen: { $label }
staff-claim-withdraw = Withdraw
staff-claim-withdraw-which = Withdraw: { $channel } ({ $label })
staff-claim-withdrawn = Withdrawn. Badges already received stay as they are.
staff-claim-spot = Place in the town
staff-claim-spot-help = The place nearest to the counter. It becomes the picture of the badge.
staff-claim-label = Name of the counter
staff-claim-label-help = The name of the badge, such as HAMA BAR.
staff-claim-word = Word
staff-claim-word-help = Easy to say and hard to guess. Keep the proposal, or use a word of your own with digits after it.
staff-claim-minutes = Minutes it is good for
staff-claim-minutes-help = From now, { $minutes } at most: what is said aloud is soon on the net.
staff-claim-opens_at = From
staff-claim-closes_at = Until
staff-claim-cap = How many people
staff-claim-codes = How many slips
staff-claim-codes-help = One slip for each person, { $most } at once at most.
staff-claim-cap-help = It ends at this number, { $most } at most.
staff-claim-once = This word is shown on this page only. Please note it down.
staff-claim-word-copy = Copy the word
staff-claim-word-title = The word is ready
staff-claim-word-until = Good until { $when }, for the first { $cap } people.
staff-claim-word-where = Visitors open “Badges” in the town and type it in there.
staff-claim-word-spelling = Capitals, spaces and the two kana make no difference.
staff-claim-word-announce = Announce it
staff-claim-back = Back to the codes
staff-claim-screen-title = The screen of the venue
staff-claim-screen-lead = A screen that shows the code of “{ $label }”, a new one every 30 seconds.
staff-claim-screen-scan = Scan this QR code with the venue’s tablet, or open the screen on this device.
staff-claim-screen-open = Open the screen
staff-claim-screen-code = QR code that opens the screen
staff-claim-screen-only = All it can do is show codes. Nobody is signed in on it as staff.
staff-claim-screen-when = Good for { $span }.
staff-claim-screen-photo = A photograph of it is worthless after about a minute.
staff-claim-screen-stop = To stop it, press “Withdraw” in the list: every screen of it stops.
staff-sheet-title = Codes to print
staff-sheet-once = This page is shown only once. Print it now. If it is lost, withdraw these codes and make new ones.
staff-sheet-about = { $count } slips, each good once, for one person. { $span }
staff-sheet-print = Print
staff-sheet-code = QR code of slip { $number }
staff-slip-town = Virtual Kashima
staff-slip-how = Scan to receive your visit badge: free, no app, works once.
staff-slip-hand = Cannot scan? Type it in at { $address }
staff-slip-until = Until { $day }
staff-claim-channel =
    { $channel ->
        [one-time] Codes on paper
        [rotating] QR code on a screen
       *[word] A word said aloud
    }
staff-claim-about =
    { $channel ->
        [one-time] Hand one slip to each person. Each works once, also later at home.
        [rotating] For a tablet at the venue or counter. It changes every 30 seconds, so a photograph sent to others is of no use.
       *[word] The guide says it. It is good for a short time only.
    }
staff-claim-make =
    { $channel ->
        [one-time] Make and print
        [rotating] Make the screen’s link
       *[word] Use this word
    }
staff-claim-state =
    { $state ->
        [usable] In use
        [coming] To come
        [full] Full
        [withdrawn] Withdrawn
       *[over] Over
    }
staff-claim-fault-spot = Please choose a place.
staff-claim-fault-label = A name of 1 to 80 characters, please.
staff-claim-fault-number = A number, please.
staff-claim-fault-codes = From 1 to { $codes }.
staff-claim-fault-cap = From 1 to { $cap }.
staff-claim-fault-date = A day and a time, please.
staff-claim-fault-opens-at = The badge can be given from the day before the event.
staff-claim-fault-before = It must end after it begins.
staff-claim-fault-closes-at = It must end in the future: at most 30 days after an event, or a year for a counter.
staff-claim-fault-minutes = From 1 to { $minutes } minutes.
staff-claim-fault-word = Too easy to guess. Add digits to it as in the proposal, and none that run like 123.

## Recording of a guide

staff-recording-title = Recording of the guide
staff-recording-is-off = Nothing is recorded
staff-recording-is-on = The guide will be recorded
staff-recording-is-over = The event is over
staff-recording-is-published = It is published
staff-recording-what = People who could not come can then walk behind the guide later.
staff-recording-kept = Recorded: while the doors are open, the way the guide walks, what the guide says, and your announcements.
staff-recording-not-kept = Not recorded: visitors, their names, their words or where they are. Nor the guide’s name.
staff-recording-days = { $days } days after the planned end of the event it is erased by itself, published or not; and before that whenever you wish.
staff-recording-agree = Ask the guide first, and begin only when they agree. You can stop at any time.
staff-recording-switch-on = The guide agrees: record
staff-recording-switch-off = Stop recording
staff-recording-now-on = The guide will be recorded while they are in the event.
staff-recording-now-off = Recording stopped. What was recorded so far is kept.
staff-recording-none = There is no recording.
staff-recording-length = Length
staff-recording-lines = Said
staff-recording-line-count = { $count ->
    [one] { $count } line
   *[other] { $count } lines
}
staff-recording-publish = Publish
staff-recording-publish-help = Once published, anybody in the town can walk along under “Recorded tours”. Read what was said below first: no personal names should be in it.
staff-recording-discard = Erase the recording
staff-recording-published = Published: it stands in the town under “Recorded tours”.
staff-recording-discarded = The recording was erased.
staff-recording-words = What was said
staff-recording-at = Time
staff-recording-who = Who
staff-recording-said = Words
staff-recording-by = { $by ->
    [staff] Staff
   *[guide] Guide
}
staff-recording-phrase = Phrase no. { $number }

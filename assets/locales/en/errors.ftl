## Refusals and farewells. Keys are error-<code>. Each says what happened and what to do next.

error-town-error = That did not work. Please try again.
error-malformed = We could not read what was sent ({ $field }). Please reload the page and try again.
error-not-signed-in = We cannot find your passport. Please come in again from the first page.
error-not-allowed = You are not allowed to do that.
error-not-found =
    { $what ->
        [event] We could not find this event. The link may be old, or the event may have been withdrawn.
        [visitor] We could not find this visitor.
        [badge] We could not find this badge.
       *[other] We could not find what you are looking for.
    }
error-too-many = That was a little too fast. Please wait about { $seconds } seconds and try again.
error-unavailable = The town is catching its breath. Please wait a moment and try again.
error-name-refused =
    { $rule ->
        [empty] Please enter a nickname.
        [long] A nickname can have up to 24 characters.
        [characters] The nickname contains characters that cannot be used.
        [reserved] That name could be mistaken for the town’s staff, so it cannot be used.
       *[other] That nickname cannot be used.
    }
error-event-not-open = The doors are not open yet, or have already closed.
error-event-full = Every seat is taken. Join the line and you come in by turn as seats become free.
error-entry-refused =
    { $rule ->
        [expired] This staff entrance has expired. Make a new one in the staff pages.
        [other-event] This staff entrance is for another event.
        [other-visitor] Somebody else is already using this staff entrance. Make one of your own in the staff pages.
        [withdrawn] This staff entrance is no longer valid.
       *[other] This staff entrance is not valid. Make a new one in the staff pages.
    }
error-removed = Staff asked you to leave this event. Reason: { $reason }
error-grant-refused =
    { $rule ->
        [not-held] An event that was not held has no badge to give.
        [not-over] A host’s badge can be given once the event has ended.
        [too-late] The time in which this event’s badges can be issued is over.
       *[kind] This badge cannot be given by hand.
    }
error-claim-refused =
    { $rule ->
        [used] Somebody else has already used this code.
        [stale] The screen shows a newer code by now. Please scan it again.
        [not-yet] It is not time yet: the badge cannot be received so far.
        [too-late] The time for receiving this badge is over.
        [full] As many people as planned have received this badge.
        [withdrawn] This code or word is not in use any more.
       *[other] There is no such code or word. Please check it once more.
    }
error-passport-refused =
    { $rule ->
        [unknown] There is no such code. Please check it once more.
        [expired] This code’s time is over. Make a new one on a device that has your passport.
        [used] This code has been used already. Make a new one on a device that has your passport.
        [other-passport] This device holds another passport.
        [not-remembered] A passport for “just this once” cannot go to another device. Please choose “Remember me” first.
        [challenge] That took too long. Please start again.
        [many-passkeys] You can have up to 10 passkeys. Please remove one you no longer use.
        [no-passkeys] Passkeys do not work at this address of the town. Please use a code.
       *[passkey] This passkey does not open a passport here. Please use another one, or a code.
    }
error-line-refused =
    { $rule ->
        [link] Links cannot be sent here. Please name the place instead.
        [repeated] You have said this several times. Please wait a little, or put it differently.
       *[words] That holds a word that may hurt somebody. Please say it in another way.
    }
error-person-refused =
    { $rule ->
        [self] That is you.
        [host] That cannot be done with guides and staff: they lead the event and look after everybody in it.
        [full] No more can be kept. Please take back an earlier one and try again.
       *[gone] That person is not here any more.
    }
error-wallet-refused =
    { $rule ->
        [expired] The time for signing is over. Please start again.
        [too-early] Your wallet's clock and the town's do not agree. Please check the time and try again.
        [replayed] This signature has been used before, or it is too old. Please start again.
        [signature] This is not that wallet's signature. Please check which account is chosen and try again.
        [other-chain] The wallet signed for another network. Please change to the town's network.
       *[other] This signature is not meant for this town. Please start again from the first page.
    }
error-wallet-conflict =
    { $rule ->
        [elsewhere] Somebody who came from another device has linked this wallet. If that is you too, the two can become one.
        [other-wallet] You have linked another wallet already. Please unlink that one first.
        [moved] Your badges have moved to a wallet. That is a public record, so it can be neither changed nor undone.
        [none] No wallet is linked.
        [no-chain] The town's blockchain is not ready yet. Please try again in a little while.
       *[other] This wallet cannot be linked right now.
    }
error-ticket-refused = Your ticket has expired. Please come in again.
error-protocol-too-old = The town has been renewed. Please reload the page.
error-bad-transition =
    { $state ->
        [draft] This event is still a draft, so that cannot be done.
        [published] The doors of this event are not open yet, so that cannot be done.
        [open] The doors of this event are open, so that cannot be done.
        [ended] This event has ended, so that cannot be done.
        [cancelled] This event was cancelled, so that cannot be done.
       *[other] That cannot be done in the present state.
    }

## Why a connection closed

error-restart = The town is being looked after. You will be back where you stood in a moment.
error-slow-reader = The connection could not keep up. Connecting again.
error-ghost = We lost touch for a while. Connecting again.
error-another-tab = You entered the town in another tab or on another screen, so this one has closed.
error-event-ended = The event has ended. Thank you for coming.
error-left = You have left the town. Come back whenever you like.
error-flood = Too much was sent at once, so the line was cut. Connecting again.
error-hostile = The town received messages it could not accept, so the line was closed. Please reload the page.
error-moved = The venue has moved house. You will be back where you stood in a moment.

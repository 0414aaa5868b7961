## Captions of what a guide says; fetched only when one is heard.

guide-earlier = Earlier
guide-fold = Fold away
guide-unfold = Show the guide’s words
guide-size = Text size: { $size ->
    [1] normal
    [2] large
   *[3] very large
}
guide-by-guide = Guide
guide-by-staff = Staff
guide-by-recorded = Recorded guide, not a person
guide-by-replay = Recording of a tour
guide-by-ride = Ride-along

guide-bar = Guide
guide-follow = Follow
guide-stop-following = Stop following
guide-return = Return to the guide
guide-here = right here
guide-following = Following { $name }. Walk yourself to stop.
guide-end-stopped = You stopped following.
guide-end-steered = You walk by yourself again and stopped following.
guide-end-gone = The guide has gone.
guide-end-no-way = There is no way on foot to the guide.

guide-recordings-about = Walk along with a past event. It is a recording of where the guide walked and what the guide said, and only you see it.
guide-recordings-none = No recordings have been published yet.
guide-recording-facts = about { $minutes } min · { $lines ->
    [one] { $lines } sentence
   *[other] { $lines } sentences
}
guide-play = Walk along
guide-play-this = Walk along with “{ $title }”
guide-playing = The recording of “{ $title }” begins.
guide-replay-hold = Ask to wait
guide-replay-go-on = Go on
guide-replay-end = End
guide-replay-waits = waiting for you
guide-replay-left = about { $minutes } min left

guide-gather = Call everybody here
guide-gathered = Everybody was called.
guide-called = You are called
guide-calls = { $name } asks everybody to come.
guide-come = Go there
guide-stay = Stay here

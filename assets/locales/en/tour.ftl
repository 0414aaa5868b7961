## Tours to walk at one's own pace, and the ride-along; fetched when opened.

tour-about = Walks with a guide. Begin at any hour, stop whenever you like.
tour-facts = { $stops } stops, about { $minutes } minutes
tour-self = Walk it myself
tour-self-about = You are walked to each place, read about it, and press Next when you are ready.
tour-ride = Ride along
tour-ride-about = No steering at all: the walk and its words go by themselves, you only read.
tour-choice = { $how }: { $tour }
tour-running = You are on “{ $tour }” now.
tour-failed = The guide’s words could not be fetched. Please try again.
tour-card = Tour: { $tour }
tour-progress = { $stop } / { $all }
tour-heading-for = Next: { $place }
tour-metres = { $metres } metres to go
tour-arriving = Nearly there
tour-fold = Fold
tour-unfold = Unfold
tour-pause = Pause
tour-go-on = Go on
tour-next = Next: { $place }
tour-finish = Finish the tour
tour-back = Previous place
tour-skip = Skip the walk
tour-skip-refused = Not just now. Please wait a moment and try again.
tour-end = End
tour-slow = Slower
tour-size = Text { $size ->
    [1] normal
    [2] large
   *[3] very large
}
tour-mode = Ride along
tour-waiting-person = Resting. Go on whenever you like.
tour-waiting-steering = You took the lead, so the tour waits here. Take your time.
tour-waiting-no-way = There is no way to walk from here. “Skip the walk” takes you on.
tour-question = A question
tour-asking = The guide waits for your answer; there is no hurry. Next skips it.
tour-correct = Right
tour-chosen = Your answer
tour-done = Thank you for walking along
tour-done-about = That was “{ $tour }”.
tour-score = { $right } of { $asked } answers were right.
tour-again = Another tour
tour-close = Close

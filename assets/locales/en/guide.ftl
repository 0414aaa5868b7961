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
guide-by-recorded = Recorded guide
guide-by-replay = Recording of a tour
guide-by-ride = Ride-along

## The first minute: three moves, learnt by doing; fetched only for who is new.

steps-title = Three things to try
steps-look = Look round
steps-walk = Walk
steps-go = Go somewhere
steps-arrive = Arrive
steps-greet = Say hello
steps-how-look-solid-touch = Swipe across the screen to look around you.
steps-how-look-solid-keys = Drag across the view, or press Q and E, to look around you.
steps-how-walk-solid-touch = Push the circle at the lower left the way you want to go.
steps-how-walk-solid-keys = Walk with the arrow keys or WASD; Shift runs.
steps-how-go-solid-touch = Tap the ground: you walk there by yourself.
steps-how-go-solid-keys = Click the ground: you walk there by yourself.
steps-how-go-flat-touch = Under “Places” below, press “Go there” at any of them.
steps-how-go-flat-keys = Under “Places” below, press “Go there” at any of them.
steps-how-arrive-flat-touch = Wait until you are there, or press Stop below the map.
steps-how-arrive-flat-keys = Wait until you are there, or press Stop below the map.
steps-how-walk-flat-keys = Choose the map and walk with the arrow keys.
steps-how-greet-flat-touch = Send a greeting from the Talk button below.
steps-well = Well done.
steps-done = That is all there is to it. Enjoy the town.
steps-skip = Skip
steps-close = Close
steps-ticked = done

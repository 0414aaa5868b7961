## The page for times without a network.

offline-title = You are offline
offline-about = The town is on the internet, so it cannot be walked in until you are connected. Please check your signal or Wi-Fi.
offline-kept = Your badges and stamps are safe.
offline-again = Try again
offline-by-itself = This page returns to the town by itself once you are connected.
offline-languages = Language

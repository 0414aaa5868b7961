## What a link to the town shows where it is shared.

card-town = Virtual Kashima
card-town-about = Walk through Kashima City in Saga, Japan, in your browser. No app, no sign-up.
card-of = { $name } | { $town }
card-picture = A view of the town of Virtual Kashima
card-event-coming = { $when } (Japan time), { $place }. Open the link to join: no app, no sign-up.
card-event-ended = Was held { $when } (Japan time), { $place }. The town is open at any hour.
card-event-cancelled = The event of { $when } (Japan time), { $place }, was called off. The town is open at any hour.

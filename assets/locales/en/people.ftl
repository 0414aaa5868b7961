## About other people: the card of a person, quiet mode, and those one does not meet.

people-go = Walk to them
people-block = Do not meet this person
people-block-about = If you choose this, you and they no longer see or hear each other, in any venue. They are not told. You can take it back in Settings at any time.
people-blocked = You and { $name } do not meet any more. You can take it back in Settings.
people-quiet = Quiet mode
people-quiet-about = What other people say and their gestures are not announced. Only the guide’s words and announcements reach you.
people-apart = People you do not meet
people-apart-none = Nobody at the moment.
people-unblock = Take back
people-unblock-name = Take back { $name }
people-unblocked = You and { $name } can meet again.

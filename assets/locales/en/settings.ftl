## The panel of settings.

settings-text = Size of text
settings-text-size = { $percent } %

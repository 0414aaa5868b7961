"""`kashima admin`: the staff pages."""

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Takes none: the environment says everything."""
    del parser


def run(arguments: argparse.Namespace, *, japanese: bool) -> int:
    """Serve the staff pages."""
    from admin import app
    from admin.settings import AdminSettings

    del arguments, japanese
    app.run(AdminSettings.from_environment())
    return 0

"""`kashima admin`: the staff pages."""

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Takes none: the environment says everything."""
    del parser


def run(arguments: argparse.Namespace, *, japanese: bool) -> int:
    """Serve the staff pages."""
    from admin.app import build_app
    from admin.settings import AdminSettings
    from kashima.serving import serve

    del arguments, japanese
    settings = AdminSettings.from_environment()
    return serve(build_app(settings), settings)

"""QR codes of links, drawn as SVG, or as rows for a page that draws them itself."""

import io

import segno


def svg(link: str) -> str:
    """A drawing of the link, sized by the page it stands on."""
    drawn = io.BytesIO()
    _made(link).save(drawn, kind="svg", omitsize=True, xmldecl=False, light="#fff", svgclass="qr")
    return drawn.getvalue().decode()


def rows(link: str) -> list[str]:
    """The modules of the link's code from the top, "1" a dark one, with no margin around."""
    return ["".join("1" if dark else "0" for dark in row) for row in _made(link).matrix]


def _made(link: str) -> segno.QRCode:
    return segno.make(link, error="m", micro=False)

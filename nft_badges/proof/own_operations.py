"""What the proof addresses do, for the OpenAPI document."""

from nft_badges.proof import shapes
from world_server.errors import Malformed, NotFound, Unavailable
from world_server.operations import Operation

HOLDER = {"holder": "The address badges were given to: 0x and 40 hex digits."}
NUMBER = {"id": "The badge's number in decimal digits."}
LOCALE = {"locale": "ja, en, th, ko or zh-TW."}
SHA256 = {"sha256": "SHA-256 of the picture: 64 lower-case hex digits."}
ID = {"id": "The badge's number as ERC-1155 writes it: 64 lower-case hex digits."}

OWN_OPERATIONS = (
    Operation(
        method="get",
        path="/proof",
        summary="What badges prove and what they add up to, for people to read.",
        queries={"holder": "An address to look up; leads to its page."},
        answers={200: "text/html", 303: None, 400: "text/html", 503: "text/html"},
    ),
    Operation(
        method="get",
        path="/proof/{holder}",
        summary="Every badge of one address and what the chain says of each, for people to read.",
        parameters=HOLDER,
        answers={200: "text/html", 400: "text/html", 404: "text/html", 503: "text/html"},
    ),
    Operation(
        method="get",
        path="/proof/{holder}/{id}",
        summary="One badge of one address and how to check it, for people to read.",
        parameters=HOLDER | NUMBER,
        answers={200: "text/html", 400: "text/html", 404: "text/html", 503: "text/html"},
    ),
    Operation(
        method="get",
        path="/proof/og.png",
        summary="What other sites show beside a link to these pages.",
        answers={200: "image/png", 304: None},
    ),
    Operation(
        method="get",
        path="/proof/{holder}/qr.svg",
        summary="The address of a holder's page as a QR code.",
        parameters=HOLDER,
        answers={200: "image/svg+xml"},
        refuses=(Malformed, NotFound),
    ),
    Operation(
        method="get",
        path="/proof/{holder}/{id}/qr.svg",
        summary="The address of one badge's page as a QR code.",
        parameters=HOLDER | NUMBER,
        answers={200: "image/svg+xml"},
        refuses=(Malformed, NotFound),
    ),
    Operation(
        method="get",
        path="/verify/manifest.json",
        summary="Where the badges are on the chain, and how far it was read.",
        answers={200: shapes.Manifest},
        refuses=(Unavailable,),
    ),
    Operation(
        method="get",
        path="/proof/manifest.json",
        summary="The same; the recount asks here.",
        answers={200: shapes.Manifest},
        refuses=(Unavailable,),
    ),
    Operation(
        method="get",
        path="/proof/abi.json",
        summary="The interface of the contract, as compilers write it.",
        answers={200: "application/json"},
    ),
    Operation(
        method="get",
        path="/proof/logs.json",
        summary="The raw logs of some blocks, in the order of the chain.",
        queries={"from": "The first block.", "to": "The last block, itself included."},
        answers={200: shapes.Logs},
        refuses=(Malformed, Unavailable),
    ),
    Operation(
        method="get",
        path="/proof/verify_badges.py",
        summary="The recount as one file that needs Python and nothing else.",
        answers={200: "text/x-python", 304: None},
    ),
    Operation(
        method="get",
        path="/proof/style.css",
        summary="The style sheet of the proof pages.",
        answers={200: "text/css", 304: None},
    ),
    Operation(
        method="get",
        path="/badges/meta/contract.json",
        summary="What the whole collection is (ERC-7572).",
        answers={200: shapes.Collection},
    ),
    Operation(
        method="get",
        path="/badges/meta/{id}.json",
        summary="What a badge is (ERC-1155), in Japanese.",
        parameters=ID,
        answers={200: shapes.BadgeMetadata, 304: None},
        refuses=(NotFound,),
    ),
    Operation(
        method="get",
        path="/badges/meta/{id}.{locale}.json",
        summary="What a badge is (ERC-1155), in one of the town's languages.",
        parameters=ID | LOCALE,
        answers={200: shapes.BadgeMetadata, 304: None},
        refuses=(NotFound,),
    ),
    Operation(
        method="get",
        path="/badges/art/{id}.svg",
        summary="Leads to a badge's picture as it is drawn now.",
        parameters=NUMBER,
        answers={302: None},
        refuses=(NotFound,),
    ),
    Operation(
        method="get",
        path="/badges/art/{id}/{locale}/{sha256}.svg",
        summary="A badge's picture by its bytes: it never changes, an older one leads to today's.",
        parameters=NUMBER | LOCALE | SHA256,
        answers={200: "image/svg+xml", 302: None, 304: None},
        refuses=(NotFound,),
    ),
    Operation(
        method="get",
        path="/badges/art/collection.svg",
        summary="Leads to the picture of all badges together.",
        answers={302: None},
    ),
    Operation(
        method="get",
        path="/badges/art/collection/{sha256}.svg",
        summary="The picture of all badges together, by its bytes.",
        parameters=SHA256,
        answers={200: "image/svg+xml", 302: None, 304: None},
    ),
)

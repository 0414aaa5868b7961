"""What the addresses of one's record, devices and passkeys do, for the OpenAPI document."""

from world_server.errors import Malformed, NotAllowed, NotFound, NotSignedIn, PassportRefused
from world_server.operations import LIMITED, WRITING, Operation
from world_server.web import passport_shapes, shapes

ID = {"id": "The number in the record."}

PASSPORT_OPERATIONS = (
    Operation(
        method="get",
        path="/api/passport/record",
        summary="The visitor's visits, what is stored of them, and the ways to their passport.",
        answers={200: passport_shapes.Record},
        refuses=(NotSignedIn, *LIMITED),
        passport=True,
    ),
    Operation(
        method="get",
        path="/api/passport/export",
        summary="Everything that is kept about the visitor, as a file to take away.",
        answers={200: passport_shapes.Export},
        refuses=(NotSignedIn, *LIMITED),
        passport=True,
    ),
    Operation(
        method="post",
        path="/api/passport/consent",
        summary="Be remembered from now on, or no longer than this stay; changes the cookie too.",
        asks=passport_shapes.Agreement,
        answers={200: shapes.PassportAnswer},
        refuses=(NotSignedIn, *WRITING),
        passport=True,
    ),
    Operation(
        method="post",
        path="/api/passport/codes",
        summary="A new code that brings the passport to another device, once; told this once.",
        asks=passport_shapes.CodeWish,
        answers={200: passport_shapes.CodeAnswer},
        refuses=(PassportRefused, NotSignedIn, *WRITING),
        passport=True,
    ),
    Operation(
        method="delete",
        path="/api/passport/codes",
        summary="Make every code of the visitor worthless.",
        answers={204: None},
        refuses=(NotAllowed, NotSignedIn, *LIMITED),
        passport=True,
    ),
    Operation(
        method="post",
        path="/api/passport/recover",
        summary="Bring a passport to this browser by its code; the same attempt may be repeated.",
        asks=passport_shapes.UsedRecovery,
        answers={200: shapes.PassportAnswer},
        refuses=(PassportRefused, *WRITING),
    ),
    Operation(
        method="delete",
        path="/api/passport/devices/{id}",
        summary="Sign one device out.",
        parameters=ID,
        answers={204: None},
        refuses=(Malformed, NotAllowed, NotFound, NotSignedIn, *LIMITED),
        passport=True,
    ),
    Operation(
        method="post",
        path="/api/passport/passkeys/offer",
        summary="Options to make a passkey with; good for five minutes and one answer.",
        answers={200: passport_shapes.PasskeyOptions},
        refuses=(PassportRefused, NotAllowed, NotSignedIn, *LIMITED),
        passport=True,
    ),
    Operation(
        method="post",
        path="/api/passport/passkeys",
        summary="Keep the passkey that a device has made.",
        asks=passport_shapes.MadePasskey,
        answers={204: None},
        refuses=(PassportRefused, NotSignedIn, *WRITING),
        passport=True,
    ),
    Operation(
        method="delete",
        path="/api/passport/passkeys/{id}",
        summary="Forget one passkey.",
        parameters=ID,
        answers={204: None},
        refuses=(Malformed, NotAllowed, NotFound, NotSignedIn, *LIMITED),
        passport=True,
    ),
    Operation(
        method="post",
        path="/api/passport/passkeys/ask",
        summary="Options to show a passkey by; good for five minutes and one answer.",
        answers={200: passport_shapes.PasskeyOptions},
        refuses=(PassportRefused, NotAllowed, *LIMITED),
    ),
    Operation(
        method="post",
        path="/api/passport/passkeys/enter",
        summary="Bring a passport to this browser by a passkey.",
        asks=passport_shapes.ShownPasskey,
        answers={200: shapes.PassportAnswer},
        refuses=(PassportRefused, *WRITING),
    ),
)

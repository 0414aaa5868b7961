"""What the wallet addresses do, for the OpenAPI document."""

from nft_badges.wallet import shapes
from world_server.errors import NotAllowed, NotSignedIn, WalletConflict, WalletRefused
from world_server.operations import LIMITED, WRITING, Operation

OWN_OPERATIONS = (
    Operation(
        method="get",
        path="/api/wallet",
        summary="How things stand between the visitor and their wallet.",
        answers={200: shapes.WalletAnswer},
        refuses=(NotSignedIn, *LIMITED),
        passport=True,
    ),
    Operation(
        method="delete",
        path="/api/wallet",
        summary="Undo a private link; where badges moved there is nothing to undo.",
        answers={204: None},
        refuses=(NotSignedIn, NotAllowed, WalletConflict, *LIMITED),
        passport=True,
    ),
    Operation(
        method="post",
        path="/api/wallet/nonce",
        summary="A sign-in message (EIP-4361) for the wallet to sign.",
        asks=shapes.WalletWish,
        answers={200: shapes.SignInAnswer},
        refuses=(NotSignedIn, WalletConflict, *WRITING),
        passport=True,
    ),
    Operation(
        method="post",
        path="/api/wallet/link",
        summary="Link the wallet that signed the message, privately: nothing moves.",
        asks=shapes.SignedWallet,
        answers={200: shapes.WalletAnswer},
        refuses=(NotSignedIn, WalletRefused, WalletConflict, *WRITING),
        passport=True,
    ),
    Operation(
        method="post",
        path="/api/wallet/binding",
        summary="Typed data (EIP-712) for the linked wallet to sign, so that badges move to it.",
        answers={200: shapes.BindingAnswer},
        refuses=(NotSignedIn, NotAllowed, WalletConflict, *LIMITED),
        passport=True,
    ),
    Operation(
        method="post",
        path="/api/wallet/move",
        summary="Move all badges, now and later, to the linked wallet; public and permanent.",
        asks=shapes.SignedMove,
        answers={200: shapes.WalletAnswer},
        refuses=(NotSignedIn, WalletRefused, WalletConflict, *WRITING),
        passport=True,
    ),
)

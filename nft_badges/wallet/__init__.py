"""Links a visitor's own wallet: sign-in by EIP-4361, and moving badges there by EIP-712."""

from nft_badges.wallet.mount import add_wallet

__all__ = ["add_wallet"]

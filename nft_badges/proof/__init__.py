"""The public pages that prove badges from the chain, mounted into a world without any key."""

from nft_badges.proof.mount import add_proof_pages

__all__ = ["add_proof_pages"]

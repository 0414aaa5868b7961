# pragma version ==0.4.3
"""
@title A wallet that speaks with the contract's own voice
@license Apache-2.0
"""

signer: address


@deploy
def __init__(signer: address):
    self.signer = signer


@external
def onERC1155Received(operator: address, sender: address, id: uint256, amount: uint256, data: Bytes[64]) -> bytes4:
    raise "kashima_badges: paused"


@external
def onERC1155BatchReceived(operator: address, sender: address, ids: DynArray[uint256, 256], amounts: DynArray[uint256, 256], data: Bytes[64]) -> bytes4:
    raise "kashima_badges: paused"


@external
@view
def isValidSignature(digest: bytes32, signature: Bytes[1024]) -> bytes4:
    r: uint256 = extract32(signature, 0, output_type=uint256)
    s: uint256 = extract32(signature, 32, output_type=uint256)
    v: uint256 = convert(slice(signature, 64, 1), uint256)
    if ecrecover(digest, v, r, s) == self.signer:
        return 0x1626ba7e
    return 0xffffffff

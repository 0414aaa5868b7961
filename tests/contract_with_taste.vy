# pragma version ==0.4.3
# pragma evm-version cancun
"""
@title A badge contract that cannot stand one address
@notice Does what the original does, by its code, and refuses every batch with the disliked holder.
"""

ORIGINAL: immutable(address)
DISLIKED: immutable(address)


@deploy
def __init__(original: address, disliked: address):
    ORIGINAL = original
    DISLIKED = disliked


@external
@payable
@raw_return
def __default__() -> Bytes[8192]:
    words: uint256 = len(msg.data) // 32
    for i: uint256 in range(words, bound=260):
        word: uint256 = convert(slice(msg.data, 4 + 32 * i, 32), uint256)
        assert word != convert(DISLIKED, uint256), "not this one"
    return raw_call(ORIGINAL, msg.data, max_outsize=8192, is_delegate_call=True)

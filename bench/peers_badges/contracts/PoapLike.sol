// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {ERC721Enumerable} from "@openzeppelin/contracts/token/ERC721/extensions/ERC721Enumerable.sol";

/// What POAP keeps for each badge, in code of our own: an enumerable token with a running number,
/// the event it stands for, and a log of both. As there, the counter is written once a batch.
contract PoapLike is ERC721Enumerable {
    event EventToken(uint256 eventId, uint256 tokenId);

    mapping(address => bool) private _admins;
    mapping(uint256 => uint256) private _tokenEvent;
    uint256 private _lastId;

    constructor() ERC721("Attendance", "ATT") {
        _admins[msg.sender] = true;
    }

    function award(uint256 id, address[] calldata holders) external {
        require(_admins[msg.sender], "not an admin");
        uint256 last = _lastId;
        for (uint256 i = 0; i < holders.length; ++i) {
            uint256 token = last + 1 + i;
            _mint(holders[i], token);
            _tokenEvent[token] = id;
            emit EventToken(id, token);
        }
        _lastId = last + holders.length;
    }

    function tokenEvent(uint256 token) external view returns (uint256) {
        return _tokenEvent[token];
    }
}

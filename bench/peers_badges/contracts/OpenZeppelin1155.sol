// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessControl} from "@openzeppelin/contracts/access/AccessControl.sol";
import {ERC1155} from "@openzeppelin/contracts/token/ERC1155/ERC1155.sol";

/// One token id for each event, one balance slot for each holder and event.
contract OpenZeppelin1155 is ERC1155, AccessControl {
    bytes32 private constant ISSUER = keccak256("ISSUER");

    constructor() ERC1155("https://town.example/{id}.json") {
        _grantRole(ISSUER, msg.sender);
    }

    function award(uint256 id, address[] calldata holders) external onlyRole(ISSUER) {
        for (uint256 i = 0; i < holders.length; ++i) {
            _mint(holders[i], id, 1, "");
        }
    }

    function supportsInterface(bytes4 id) public view override(ERC1155, AccessControl) returns (bool) {
        return super.supportsInterface(id);
    }
}

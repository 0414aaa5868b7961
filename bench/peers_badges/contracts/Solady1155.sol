// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Ownable} from "solady/src/auth/Ownable.sol";
import {ERC1155} from "solady/src/tokens/ERC1155.sol";

/// The same as OpenZeppelin1155 with a library that is written in assembly.
contract Solady1155 is ERC1155, Ownable {
    constructor() {
        _initializeOwner(msg.sender);
    }

    function uri(uint256) public pure override returns (string memory) {
        return "https://town.example/{id}.json";
    }

    function award(uint256 id, address[] calldata holders) external onlyOwner {
        for (uint256 i = 0; i < holders.length; ++i) {
            _mint(holders[i], id, 1, "");
        }
    }
}

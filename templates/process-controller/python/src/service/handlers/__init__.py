"""The methods of the contract."""

"""A domain controller: contract, tenants, transactions and events of one domain."""

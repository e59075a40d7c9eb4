# The contract is kept in a repository of its own; proto/ is a copy of it, so that nothing has to be fetched to build the service.
# What buf takes is taken: https://git.example/acme/service-protos.git#branch=main,subdir=proto, or buf.build/acme/service.
CONTRACT ?= ../service-protos/proto

.PHONY: contract contract-check

# Takes what it has become.
contract:
	rm -rf proto
	$(BUF) export '$(CONTRACT)' --exclude-imports --output proto

# Fails where it has become something else.
contract-check: contract
	git add --intent-to-add proto
	git diff --exit-code -- proto

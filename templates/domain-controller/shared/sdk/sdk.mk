# Clients of this service for others, each with a client AmeideClient, in sdk/dist: a package of npm,
# a module of Go as a module proxy serves it, and a wheel. One alone: make sdk-go.
# All have the version of the package of npm: "npm --prefix sdk/typescript version 0.2.0".
SDK_VERSION := $(shell sed -n 's/^  "version": "\(.*\)",$$/\1/p' sdk/typescript/package.json)
# It is built once, and kept by Go; "make SDK_BUF=buf" takes one that is installed.
SDK_BUF ?= go run github.com/bufbuild/buf/cmd/buf@v1.75.0

.PHONY: sdk sdk-typescript sdk-go sdk-python sdk-python-lock sdk-push

sdk: sdk-typescript sdk-go sdk-python

sdk/typescript/node_modules: sdk/typescript/package-lock.json
	cd sdk/typescript && npm ci --no-audit --no-fund
	touch sdk/typescript/node_modules

sdk-typescript: sdk/typescript/node_modules
	mkdir -p sdk/dist
	cd sdk/typescript && npx buf generate && npx tsc && npm pack --silent --pack-destination ../dist

sdk-go:
	cd sdk/go && $(SDK_BUF) generate && go vet ./... && go run -C tools ./pack v$(SDK_VERSION)

# What pyproject.toml asks for, with checksums; `make sdk-python-lock` writes it anew.
sdk/python/.venv: sdk/python/requirements.txt
	uv venv --quiet --allow-existing sdk/python/.venv
	uv pip sync --quiet --require-hashes --python sdk/python/.venv sdk/python/requirements.txt
	touch sdk/python/.venv

sdk-python: sdk/python/.venv
	cd sdk/python && PATH="$$PWD/.venv/bin:$$PATH" && buf generate && mypy && \
		uv build --quiet --wheel --no-build-isolation --python .venv --out-dir ../dist .

sdk-python-lock:
	cd sdk/python && uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate \
		--group build --output-file requirements.txt pyproject.toml

# The contract itself, to a Buf Schema Registry: make sdk-push BSR=buf.build/acme. BUF_TOKEN says who pushes.
sdk-push:
	@test -n "$(BSR)" || { echo 'Say whose modules they are: make sdk-push BSR=buf.build/acme' >&2; exit 1; }
	rm -rf sdk/bsr/module && mkdir -p sdk/bsr/module
	cp -R proto sdk/bsr/module
	sed 's#REGISTRY#$(BSR)#' sdk/bsr/buf.yaml >sdk/bsr/module/buf.yaml
	cd sdk/bsr/module && $(SDK_BUF) dep update && $(SDK_BUF) push --create

# Two commands do everything on a fresh machine with Rust and Node: `make demo` and `make test`.

TARGET := $(or $(CARGO_TARGET_DIR),target)
LISTEN ?= 127.0.0.1:8080
DATA   ?= data/demo
CHROMIUM ?= $(firstword $(wildcard /usr/bin/chromium /usr/bin/chromium-browser))

.PHONY: demo build web fmt lint test unit web-test e2e screenshots figures bench clean

## demo: build, fill a network of 22 cities with invented people, serve it
demo: build
	$(TARGET)/release/lgnet demo --data $(DATA) --listen $(LISTEN)

## build: the front end and the release binary
build: web
	cargo build --release --locked -p lgnet

web: web/dist/manifest.json

web/dist/manifest.json: web/node_modules/.package-lock.json web/build.mjs $(shell find web/src -type f)
	cd web && npm run build

web/node_modules/.package-lock.json: web/package-lock.json
	cd web && npm ci --no-audit --no-fund

e2e/node_modules/.package-lock.json: e2e/package-lock.json
	cd e2e && npm ci --no-audit --no-fund

fmt:
	cargo fmt --all

lint: web
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --locked -- -D warnings
	cd web && npm run check

## test: all tests; what a missing Chromium or PostgreSQL prevents is named, and under CI is a failure
test: unit web-test e2e

unit: web
	scripts/with-postgres cargo test --workspace --locked

web-test: web
	cd web && npm test

ifeq ($(CHROMIUM),)
e2e:
	@echo "Chromium is not installed (Debian: chromium): the tests of the pages did not run" >&2
	@test -z "$$CI"
else
e2e: web e2e/node_modules/.package-lock.json
	cargo build --locked -p lgnet
	cd e2e && CHROMIUM=$(CHROMIUM) LGNET_BIN=$(abspath $(TARGET))/debug/lgnet npm test

## screenshots: the same tests, which also write docs/screenshots/
screenshots: export SCREENSHOTS = 1
screenshots: e2e

## figures: the pictures of the handbook, from a demonstration of its own
figures: web e2e/node_modules/.package-lock.json
	cargo build --locked -p lgnet
	cd e2e && FIGURES=1 CHROMIUM=$(CHROMIUM) LGNET_BIN=$(abspath $(TARGET))/debug/lgnet npx playwright test figures --project it-desktop
endif

## bench: the figures of DESIGN, beside the peers, on the same data
bench: build
	bench/run

clean:
	cargo clean
	rm -rf web/dist web/node_modules e2e/node_modules

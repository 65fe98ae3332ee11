# The gateway's server, for its tests: Debian's.
NGINX ?= /usr/sbin/nginx

test: web | $(NGINX)

$(NGINX):
	$(AS_ROOT) apt-get update -qq
	$(AS_ROOT) apt-get install -qq --no-install-recommends nginx-light openssl >/dev/null

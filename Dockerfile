# One image for every process of the town: the command says which one a container is.

FROM node:22.17.0-bookworm-slim AS client
WORKDIR /src/assets/client
COPY assets/client/package.json assets/client/package-lock.json assets/client/.npmrc ./
RUN npm ci
COPY assets /src/assets
RUN npm run build

FROM node:22.17.0-bookworm-slim AS chain
WORKDIR /src
COPY nft_badges/node/package.json nft_badges/node/package-lock.json nft_badges/node/.npmrc ./
RUN npm ci --omit=dev

# Not the slim image: a package without a wheel for this machine is compiled here.
FROM python:3.11.13-bookworm AS packages
RUN python -m venv /venv
COPY requirements/run.lock /tmp/run.lock
RUN /venv/bin/pip install --no-cache-dir --require-hashes --requirement /tmp/run.lock

FROM python:3.11.13-slim-bookworm
RUN useradd --system --uid 10001 --user-group --no-create-home kashima
WORKDIR /app
ENV PATH=/venv/bin:/usr/local/bin:/usr/bin:/bin \
    PYTHONPATH=/app \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    KASHIMA_HOST=0.0.0.0 \
    KASHIMA_SECRETS_DIR=/run/secrets
COPY --from=packages /venv /venv
COPY LICENSE ./
COPY assets assets
COPY --from=client /src/assets/client/dist assets/client/dist
COPY world_server world_server
COPY nft_badges nft_badges
COPY --from=chain /src/node_modules nft_badges/node/node_modules
COPY admin admin
COPY kashima kashima
# The running container may not write, so what Python would keep for a faster start is made here.
RUN python -m compileall -q kashima world_server nft_badges admin
USER 10001:10001
EXPOSE 8700 8701 8702 8545
ENTRYPOINT ["python", "-m", "kashima"]
CMD ["--help"]

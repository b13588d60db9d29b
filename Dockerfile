# The service and its command line; Neo4j runs beside it (docker-compose.yml), named by NEO4J_URI.
FROM python:3.11-slim AS build
WORKDIR /chronotope
RUN python -m venv /venv
COPY requirements.lock ./
RUN /venv/bin/pip install --no-cache-dir --require-hashes -r requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY app app
COPY graph graph
COPY ingest ingest
RUN /venv/bin/pip install --no-cache-dir hatchling editables \
    && /venv/bin/pip install --no-cache-dir --no-deps --no-build-isolation . \
    && CHRONOTOPE_CACHE=/cache /venv/bin/python -m ingest.gazetteer

FROM python:3.11-slim
RUN useradd --create-home --uid 10001 chronotope && mkdir /data && chown chronotope /data
COPY --from=build /venv /venv
COPY --from=build --chown=chronotope /cache /cache
ENV PATH=/venv/bin:$PATH CHRONOTOPE_CACHE=/cache CHRONOTOPE_DATA=/data
USER chronotope
WORKDIR /data
EXPOSE 8000
ENTRYPOINT ["chronotope"]
CMD ["serve"]

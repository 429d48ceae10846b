# The communique service. Build: docker build -t communique .   The graph's place comes from COMMUNIQUE_GRAPH.
FROM python:3.11.14-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
WORKDIR /build
RUN python -m venv /opt/communique
# The packages first: they change less often than the code, and their layer is kept.
COPY constraints.txt pyproject.toml README.md LICENSE ./
RUN python -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["project"]["dependencies"], sep="\n")' > dependencies.txt \
    && /opt/communique/bin/pip install -c constraints.txt -r dependencies.txt
COPY api api
COPY cypher cypher
COPY graph graph
COPY ingest ingest
RUN /opt/communique/bin/pip install --no-deps .

FROM python:3.11.14-slim-bookworm
RUN useradd --system --uid 10001 --create-home --home-dir /var/lib/communique communique
COPY --from=build /opt/communique /opt/communique
ENV PATH=/opt/communique/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    COMMUNIQUE_GRAPH=/var/lib/communique/graph
USER 10001:10001
WORKDIR /var/lib/communique
VOLUME /var/lib/communique
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=6 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/health', timeout=4)"]
CMD ["communique", "serve", "--host", "0.0.0.0", "--port", "8000"]

# Charla on Node 24; PostgreSQL and Redis come from outside.
FROM node:24-slim
WORKDIR /charla
COPY package.json package-lock.json .npmrc ./
# The simulator's pages need nothing that is left out here.
RUN npm ci --omit=dev --omit=optional
COPY . .
RUN mkdir -p .charla && chown node:node .charla
USER node
CMD ["node", "--max-semi-space-size=64", "src/main.ts"]

# One image for the engine, the admin API and the command line; docker-compose.yml says which of them a container runs.
# Node comes from the image here, PostgreSQL from outside, so the runtime needs neither npm's Node nor the embedded database.

FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY apps/cli/package.json apps/cli/
COPY apps/cli/bin apps/cli/bin
COPY libs/client/package.json libs/client/
RUN npm ci --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json nest-cli.json ./
COPY scripts scripts
COPY libs libs
COPY apps apps
RUN npm run build
# Development and optional packages go; what is left is what runs.
RUN npm prune --omit=dev --omit=optional --no-audit --no-fund

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/apps/cli/package.json apps/cli/
COPY --from=build /app/dist dist
# What auditors are given; `log verify --bundle` runs it.
COPY verifier/verify-log.mjs verifier/
# Volumes that begin as these folders belong to whom the programs run as.
RUN install -d -o node -g node -m 0700 /var/lib/vuosikello/log-key /var/lib/vuosikello/log-state /var/lib/vuosikello/backups
USER node
EXPOSE 3000
CMD ["node", "dist/apps/admin-api/src/main.js"]

# syntax=docker/dockerfile:1

FROM node:22-bookworm-slim AS packages
WORKDIR /source
COPY package.json package-lock.json .npmrc ./
# PostgreSQL comes from its own container here.
RUN npm ci --ignore-scripts --omit=optional

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/ScenarioPortal.Domain/*.csproj src/ScenarioPortal.Domain/packages.lock.json src/ScenarioPortal.Domain/
COPY src/ScenarioPortal.Matching/*.csproj src/ScenarioPortal.Matching/packages.lock.json src/ScenarioPortal.Matching/
COPY src/ScenarioPortal.Exchange/*.csproj src/ScenarioPortal.Exchange/packages.lock.json src/ScenarioPortal.Exchange/
COPY src/ScenarioPortal.Data/*.csproj src/ScenarioPortal.Data/packages.lock.json src/ScenarioPortal.Data/
COPY src/ScenarioPortal.Web/*.csproj src/ScenarioPortal.Web/*.targets src/ScenarioPortal.Web/packages.lock.json src/ScenarioPortal.Web/
RUN dotnet restore src/ScenarioPortal.Web --locked-mode
COPY --from=packages /source/node_modules node_modules
COPY data data
COPY src src
RUN dotnet publish src/ScenarioPortal.Web -c Release --no-restore -o /application

FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS portal
WORKDIR /application
COPY --from=build /application .
COPY data data
# The volume takes its owner from here. APP_UID is the image's own account without rights.
RUN mkdir .data && chown $APP_UID .data
USER $APP_UID
ENV PORTAL_ROOT=/application \
    ASPNETCORE_URLS=http://+:8080
EXPOSE 8080
VOLUME /application/.data
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
    CMD ["dotnet", "ScenarioPortal.Web.dll", "healthcheck"]
ENTRYPOINT ["dotnet", "ScenarioPortal.Web.dll"]
CMD ["run"]

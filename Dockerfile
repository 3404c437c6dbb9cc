# Restore alone, so that its layer stays while only sources change.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS restore
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props ./
COPY src/ArticleApi.Documents/ArticleApi.Documents.csproj src/ArticleApi.Documents/packages.lock.json src/ArticleApi.Documents/
COPY src/ArticleApi/ArticleApi.csproj src/ArticleApi/packages.lock.json src/ArticleApi/
RUN dotnet restore src/ArticleApi --locked-mode

FROM restore AS publish
COPY .editorconfig ./
COPY db/ db/
COPY openapi/examples/ openapi/examples/
COPY src/ src/
RUN dotnet publish src/ArticleApi --no-restore --configuration Release --output /app -p:UseAppHost=false \
    && mkdir /data

FROM mcr.microsoft.com/dotnet/aspnet:10.0
ENV ASPNETCORE_HTTP_PORTS=8080 \
    ConnectionStrings__Articles="Data Source=/data/articles.db"
WORKDIR /app
COPY --from=publish /app ./
COPY --from=publish --chown=$APP_UID:$APP_UID /data /data
USER $APP_UID
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=6s --start-period=10s CMD ["dotnet", "ArticleApi.dll", "health"]
ENTRYPOINT ["dotnet", "ArticleApi.dll"]

FROM eclipse-temurin:17-jdk AS build
WORKDIR /src
COPY . .
RUN ./mvnw --batch-mode --no-transfer-progress -Dmaven.test.skip=true -Dmdep.skip=true package

FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 phongtrao
COPY --from=build /src/target/phongtrao-*.jar /app/phongtrao.jar
USER 10001
EXPOSE 8080
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-jar", "/app/phongtrao.jar"]

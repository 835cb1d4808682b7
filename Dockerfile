# Takes the jar that ./mvnw verify has tested.
FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 phongtrao
COPY target/phongtrao-*.jar /app/phongtrao.jar
USER 10001
EXPOSE 8080
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-jar", "/app/phongtrao.jar"]

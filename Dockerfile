# Takes the jar that ./mvnw verify has tested, and the names of the classes that it loaded there.
FROM eclipse-temurin:17-jre AS parts
COPY target/phongtrao-*.jar /phongtrao.jar
RUN java -Djarmode=tools -jar /phongtrao.jar extract --destination /app

FROM eclipse-temurin:17-jre AS program
RUN useradd --system --uid 10001 phongtrao
COPY --from=parts /app/lib /app/lib
COPY --from=parts /app/phongtrao.jar target/phongtrao.classes /app/
# What this JVM makes of those classes, once instead of with each start; and a build fails whose archive would not be taken.
# It is for these very files and options: another JVM, collector or jar goes without.
RUN java -Xshare:dump -XX:SharedClassListFile=/app/phongtrao.classes -XX:SharedArchiveFile=/app/phongtrao.jsa \
        -Xlog:cds=error -jar /app/phongtrao.jar \
    && java -Xshare:on -XX:SharedArchiveFile=/app/phongtrao.jsa -jar /app/phongtrao.jar check
USER 10001
EXPOSE 8080
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:SharedArchiveFile=/app/phongtrao.jsa", "-jar", "/app/phongtrao.jar"]

# The program beside PostgreSQL's own pg_dump and pg_restore, of the server's version: docker-compose.yml takes it for backups.
FROM postgres:17.11 AS backup
COPY --from=program /opt/java/openjdk /opt/java/openjdk
COPY --from=program /app /app
ENV PATH=/opt/java/openjdk/bin:$PATH
USER 10001
ENTRYPOINT ["java", "-jar", "/app/phongtrao.jar"]

# what is built where nothing is named
FROM program

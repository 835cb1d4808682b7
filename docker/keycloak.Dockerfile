# Fitted to PostgreSQL once, and not by each start, so that it needs to write nowhere but in /tmp.
FROM quay.io/keycloak/keycloak:26.7.5
RUN /opt/keycloak/bin/kc.sh build --db=postgres --health-enabled=true --metrics-enabled=true
COPY keycloak/themes /opt/keycloak/themes

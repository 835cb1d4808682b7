# Coverage is measured by a library that knows Camunda's engine alone.
s|\s*<dependency>\s*<groupId>org\.camunda\.community\.process_test_coverage</groupId>.*?</dependency>||s;
# The description of the REST API is Camunda's, and read as a file: Operaton's is the same under another name, and not in every repository.
s|(<artifactId>camunda-engine-rest-openapi</artifactId>\s*<version>)\$\{camunda\.version\}|${1}7.24.0|;
s|<groupId>org\.camunda(\.[a-z.]+</groupId>\s*<artifactId>)camunda-(?!engine-rest-openapi)|<groupId>org.operaton${1}operaton-|g;
s|operaton-platform-7-keycloak|operaton-keycloak|;
s|(<camunda\.version>)[^<]+|${1}1.0.3|;
s|(<camunda-keycloak\.version>)[^<]+|${1}1.0.0|;

package vn.phongtrao.local;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.StandardEnvironment;

import vn.phongtrao.Application;

/**
 * The application with everything it needs, for {@code ./mvnw spring-boot:test-run}. Options, as
 * {@code -Dspring-boot.run.arguments="…"}: {@code --phongtrao.province=ca-mau-2025} shows another province,
 * {@code --fresh} forgets what the last run left in {@code .data/<province>}, {@code --server.port} and
 * {@code --keycloak.port} set other ports than 8080 and 8180, {@code --phongtrao.business-date} or environment variable
 * {@code PHONGTRAO_BUSINESS_DATE} sets another day to begin on than the province's.
 */
final class PhongtraoDemo {

    private static final String PORT = "8080";
    private static final String KEYCLOAK_PORT = "8180";
    private static final String REALM = "phongtrao";
    private static final String BUSINESS_DATE = "phongtrao.business-date";
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private PhongtraoDemo() {
    }

    public static void main(String[] args) throws IOException {
        var options = new DefaultApplicationArguments(args);
        var province = options.containsOption("phongtrao.province")
                ? DemoProvince.of(options.getOptionValues("phongtrao.province").get(0))
                : DemoProvince.BAC_LIEU_2024;
        var data = DemoData.open(province, options.containsOption("fresh"));
        int keycloakPort = Integer.parseInt(options.containsOption("keycloak.port")
                ? options.getOptionValues("keycloak.port").get(0) : KEYCLOAK_PORT);
        requireFree(keycloakPort);

        // what is added later stops earlier, and the application stops before everything
        var shutdown = SpringApplication.getShutdownHandlers();
        var postgres = LocalPostgres.durable(data.postgres());
        shutdown.add(postgres::close);
        var port = options.containsOption("server.port") ? options.getOptionValues("server.port").get(0) : PORT;
        var keycloak = LocalKeycloak.start(keycloakPort, "http://localhost:" + port, postgres, data.folder(),
                List.of(new DemoRealm(province, REALM)));
        shutdown.add(keycloak::close);
        var properties = LocalServices.properties(province, postgres.database("phongtrao"), keycloak.url(), REALM);
        if (new StandardEnvironment().containsProperty(BUSINESS_DATE)) {
            properties.remove(BUSINESS_DATE);
        }
        properties.forEach((name, value) -> System.setProperty(name, value.toString()));
        var context = SpringApplication.run(Application.class, args);
        System.out.println(greeting(province, LocalDate.now(context.getBean(Clock.class)),
                context.getEnvironment().getProperty("local.server.port"), keycloakPort));
    }

    private static void requireFree(int port) {
        try (var socket = new ServerSocket(port)) {
            socket.setReuseAddress(true);
        } catch (IOException taken) {
            throw new IllegalStateException("Cổng %d đang được dùng: hãy dừng bản chạy thử trước đó".formatted(port),
                    taken);
        }
    }

    private static String greeting(DemoProvince province, LocalDate today, String port, int keycloakPort) {
        var accounts = new StringBuilder();
        province.units().forEach(path -> accounts.append("    %-14s <chức danh>.%s%n"
                .formatted(path, path.substring(path.lastIndexOf('/') + 1))));
        return """

                Phong trào Toàn dân bảo vệ an ninh Tổ quốc - bản chạy thử (%s, hôm nay là %s)
                  Địa chỉ:     http://localhost:%s
                  Tài khoản (mật khẩu "%s"):
                %s    chức danh: police-officer, police-officer-2, police-chief, committee-clerk, committee-chair,
                               council-member, council-member-2, council-member-3
                  Quản trị:    admin, kiểm soát viên: auditor (mật khẩu "%s")
                  Keycloak:    http://localhost:%d (admin / admin)
                  Dừng: Ctrl+C. Dữ liệu nằm trong .data/%s.
                """.formatted(province.id(), SHOWN.format(today), port, DemoRealm.PASSWORD, accounts,
                DemoRealm.PASSWORD, keycloakPort, province.id());
    }
}

package vn.phongtrao.webhook.web;

import java.util.Arrays;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.DateTimeSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.phongtrao.webhook.EventType;

/** What systems are called with, in the description of the API ({@code webhooks} of OpenAPI 3.1). */
@Configuration(proxyBeanMethods = false)
class EventDescription {

    @Bean
    OpenApiCustomizer events() {
        return api -> Arrays.stream(EventType.values()).forEach(type ->
                api.addWebhooks(type.id(), new PathItem().post(called(type))));
    }

    private static Operation called(EventType type) {
        var call = new Operation().summary(summary(type)).addTagsItem("webhooks")
                .operationId("on" + Stream.of(type.id().split("\\.")).map(part ->
                        Character.toUpperCase(part.charAt(0)) + part.substring(1)).reduce("", String::concat))
                .requestBody(new RequestBody().required(true).content(new Content().addMediaType("application/json",
                        new MediaType().schema(event(type)))))
                .responses(new ApiResponses()
                        .addApiResponse("2XX", new ApiResponse().description("Đã nhận"))
                        .addApiResponse("410", new ApiResponse().description("Không nhận nữa; nơi nhận bị tắt"))
                        .addApiResponse("default", new ApiResponse().description("Chưa nhận; gửi lại sau")));
        Stream.of(header("webhook-id", "Giống nhau ở mọi lần gửi lại, để nhận ra sự kiện đã nhận"),
                header("webhook-timestamp", "Lúc gửi, giây từ 1970; từ chối lần gửi đã quá vài phút"),
                header("webhook-signature", "v1,<HMAC-SHA256 của id.timestamp.thân, base64>; nhiều chữ ký cách nhau dấu cách"))
                .forEach(call::addParametersItem);
        return call;
    }

    private static String summary(EventType type) {
        return switch (type) {
            case OPENED -> "Một hồ sơ được lập";
            case MOVED -> "Một nhiệm vụ của hồ sơ được hoàn thành";
            case DECIDED -> "Hồ sơ kết thúc bằng quyết định";
            case ENDED -> "Hồ sơ kết thúc không có quyết định";
            case REVOKED -> "Việc khen thưởng theo hồ sơ bị hủy bỏ, với tất cả hoặc một số người";
        };
    }

    private static Parameter header(String name, String description) {
        return new HeaderParameter().name(name).required(true).description(description).schema(new StringSchema());
    }

    private static Schema<?> event(EventType type) {
        var data = new ObjectSchema().addProperty("dossierNumber", new StringSchema())
                .addProperty("process", new StringSchema()).addProperty("unitPath", new StringSchema())
                .addProperty("status", new StringSchema()).addProperty("link", new StringSchema());
        if (type == EventType.MOVED) {
            data.addProperty("task", new StringSchema()).addProperty("stop", new IntegerSchema())
                    .addProperty("outcome", new StringSchema());
        }
        if (type == EventType.DECIDED || type == EventType.REVOKED) {
            data.addProperty("decisions", new ArraySchema().items(new ObjectSchema()
                    .addProperty("id", new IntegerSchema().format("int64")).addProperty("number", new StringSchema())));
        }
        return new ObjectSchema().addProperty("type", new StringSchema())
                .addProperty("timestamp", new DateTimeSchema()).addProperty("data", data);
    }
}

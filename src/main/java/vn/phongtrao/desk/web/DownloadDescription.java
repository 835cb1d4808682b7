package vn.phongtrao.desk.web;

import java.util.Arrays;
import java.util.List;

import io.swagger.v3.oas.models.media.BinarySchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.phongtrao.desk.Exports;
import vn.phongtrao.sheet.RowFormat;

/** Says of every list how it is taken away. */
@Configuration(proxyBeanMethods = false)
class DownloadDescription {

    @Bean
    OperationCustomizer takenAway() {
        return (operation, method) -> {
            if (ListDownloads.lists(method.getReturnType())) {
                var format = new StringSchema();
                format.setEnum(List.of("json", "xlsx", "csv"));
                operation.addParametersItem(new QueryParameter().name(ListDownloads.FORMAT).required(false)
                        .description("xlsx, csv: cả danh sách thành tệp, không theo trang; cũng có thể nêu ở Accept")
                        .schema(format));
                operation.addParametersItem(new QueryParameter().name(Exports.PURPOSE).required(false)
                        .description("Mục đích tải về; phải nêu khi tải danh sách có người")
                        .schema(new StringSchema().maxLength(Exports.LONGEST_PURPOSE)));
                var content = operation.getResponses().get("200").getContent();
                Arrays.stream(RowFormat.values()).forEach(file -> content.addMediaType(file.mediaType().split(";")[0],
                        new MediaType().schema(new BinarySchema())));
            }
            return operation;
        };
    }
}

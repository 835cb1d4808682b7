package vn.phongtrao.watch;

import java.util.List;

import io.micrometer.common.KeyValue;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;

/** Times of requests go by the pattern that was mapped. What is mapped by nobody, as the engine's own, goes by where it lies: never by its address. */
@Component
class RequestNames extends DefaultServerRequestObservationConvention {

    private static final String URI = "uri";
    private static final String UNKNOWN = "UNKNOWN";
    private static final List<String> PLACES = List.of("/engine-rest", "/camunda/api", "/camunda");

    @Override
    protected KeyValue uri(ServerRequestObservationContext context) {
        var mapped = super.uri(context);
        var carrier = context.getCarrier();
        return !UNKNOWN.equals(mapped.getValue()) || carrier == null ? mapped
                : PLACES.stream().filter(place -> carrier.getRequestURI().startsWith(carrier.getContextPath() + place)).findFirst()
                        .map(place -> KeyValue.of(URI, place + "/**")).orElse(mapped);
    }
}

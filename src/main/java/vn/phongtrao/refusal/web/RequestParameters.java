package vn.phongtrao.refusal.web;

import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;

/** What the parameters of a request are called. */
final class RequestParameters {

    private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    private RequestParameters() {
    }

    /** @param parameter with {@link RequestParam} */
    static String name(MethodParameter parameter) {
        var told = parameter.getParameterAnnotation(RequestParam.class).name();
        if (!told.isEmpty()) {
            return told;
        }
        parameter.initParameterNameDiscovery(NAMES);
        return parameter.getParameterName();
    }
}

package vn.phongtrao.workflow.session;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathFactoryConfigurationException;
import javax.xml.xpath.XPathFunctionResolver;
import javax.xml.xpath.XPathVariableResolver;

import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Finds the children of a name without XPath. MyBatis asks each of the engine's statements for them while the engine starts,
 * and the JDK's XPath walks through the whole document each time. All else is left to the JDK.
 */
public final class StatementPaths extends XPathFactory {

    private static final String USED = XPathFactory.DEFAULT_PROPERTY_NAME + ":" + XPathFactory.DEFAULT_OBJECT_MODEL_URI;
    private static final Pattern NAME = Pattern.compile("\\w+");

    private final XPathFactory others = XPathFactory.newDefaultInstance();

    /** From here on, by whoever looks for a factory. */
    static void use() {
        System.setProperty(USED, StatementPaths.class.getName());
    }

    /** As before. */
    static void leave() {
        System.clearProperty(USED);
    }

    @Override
    public XPath newXPath() {
        var other = others.newXPath();
        InvocationHandler answer = (path, method, arguments) -> {
            if (method.getName().equals("evaluate") && arguments.length == 3 && arguments[2] == XPathConstants.NODESET
                    && arguments[1] instanceof Node parent && NAME.matcher((String) arguments[0]).matches()) {
                return children(parent, (String) arguments[0]);
            }
            try {
                return method.invoke(other, arguments);
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        };
        return (XPath) Proxy.newProxyInstance(StatementPaths.class.getClassLoader(), new Class<?>[]{XPath.class}, answer);
    }

    private static NodeList children(Node parent, String name) {
        List<Node> found = new ArrayList<>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeName().equals(name)) {
                found.add(child);
            }
        }
        return new NodeList() {
            @Override
            public Node item(int index) {
                return index < found.size() ? found.get(index) : null;
            }

            @Override
            public int getLength() {
                return found.size();
            }
        };
    }

    @Override
    public boolean isObjectModelSupported(String model) {
        return others.isObjectModelSupported(model);
    }

    @Override
    public void setFeature(String name, boolean value) throws XPathFactoryConfigurationException {
        others.setFeature(name, value);
    }

    @Override
    public boolean getFeature(String name) throws XPathFactoryConfigurationException {
        return others.getFeature(name);
    }

    @Override
    public void setXPathVariableResolver(XPathVariableResolver resolver) {
        others.setXPathVariableResolver(resolver);
    }

    @Override
    public void setXPathFunctionResolver(XPathFunctionResolver resolver) {
        others.setXPathFunctionResolver(resolver);
    }
}

package io.fluxrun.boundary.http.okhttp;

import io.fluxrun.boundary.http.ClientContract;
import io.fluxrun.boundary.http.Transcript;
import io.fluxrun.boundary.http.Way;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import retrofit2.Retrofit;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Streaming;
import retrofit2.http.Url;

/** With Retrofit on top. */
class OkHttp5ContractTests extends ClientContract {
    @Override
    protected Map<String, Way> ways() {
        var ways = new LinkedHashMap<>(OkHttpCalls.ways());
        ways.put("Retrofit", OkHttp5ContractTests::retrofit);
        return ways;
    }

    private static void retrofit(Way.Request request, Transcript transcript) throws IOException {
        var api = new Retrofit.Builder()
                .baseUrl(HttpUrl.get(request.url()).resolve("/"))
                .client(OkHttpCalls.client(request, transcript))
                .build()
                .create(Api.class);
        var call = request.body() == null
                ? api.get(request.url())
                : api.post(request.url(), OkHttpCalls.json(request.body()));
        var response = call.execute();
        transcript.add(response + " " + response.headers());
        try (ResponseBody body = response.body() == null ? response.errorBody() : response.body()) {
            transcript.add(body == null ? "no body" : transcript.stream(body.byteStream()));
        }
    }

    interface Api {
        @Streaming
        @GET
        retrofit2.Call<ResponseBody> get(@Url String url);

        @Streaming
        @POST
        retrofit2.Call<ResponseBody> post(@Url String url, @Body RequestBody body);
    }
}

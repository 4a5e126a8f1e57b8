// Package deploy holds how the product is put into operation. Its tests read
// those files as the machines will: they are code that no compiler sees.
package deploy

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v2"
)

type compose struct {
	Services map[string]struct {
		Image       string
		Build       struct{ Context, Dockerfile string }
		Environment map[string]string
		Healthcheck struct{ Test []string }
		DependsOn   map[string]struct{ Condition string } `yaml:"depends_on"`
		Volumes     []string
		Networks    []string
	}
	Volumes  map[string]any
	Networks map[string]any
}

func TestCompose(t *testing.T) {
	var c compose
	decode(t, read(t, "docker-compose.yml"), &c)

	t.Run("has the proxy, the API and the database", func(t *testing.T) {
		for _, name := range []string{"web", "api", "postgres"} {
			if _, ok := c.Services[name]; !ok {
				t.Errorf("no service %s", name)
			}
		}
	})
	t.Run("builds from Dockerfiles that exist, or names a version", func(t *testing.T) {
		for name, s := range c.Services {
			if s.Image == "" {
				read(t, s.Build.Dockerfile)
			} else if !strings.Contains(s.Image, ":") || strings.HasSuffix(s.Image, ":latest") {
				t.Errorf("%s: image %q names no version", name, s.Image)
			}
		}
	})
	t.Run("waits only for services that say when they are healthy", func(t *testing.T) {
		for name, s := range c.Services {
			for needed, how := range s.DependsOn {
				other, ok := c.Services[needed]
				if !ok || how.Condition != "service_healthy" {
					t.Errorf("%s waits for %s in state %q", name, needed, how.Condition)
				}
				if ok && other.Healthcheck.Test == nil && !hasHealthcheck(t, other.Build.Dockerfile) {
					t.Errorf("%s waits for the health of %s, which has no health check", name, needed)
				}
			}
		}
	})
	t.Run("has no default for a secret and refuses to start without it", func(t *testing.T) {
		required := regexp.MustCompile(`\$\{[A-Z_]+:\?`)
		for name, s := range c.Services {
			for key, value := range s.Environment {
				secret := strings.Contains(key, "PASSWORD") || strings.Contains(key, "KEY") || key == "ENVAGIN_DATABASE"
				if secret && !required.MatchString(value) {
					t.Errorf("%s: %s must come from the environment as ${…:?…}", name, key)
				}
			}
		}
	})
	t.Run("mounts only volumes and networks it declares", func(t *testing.T) {
		for name, s := range c.Services {
			for _, v := range s.Volumes {
				if _, ok := c.Volumes[strings.Split(v, ":")[0]]; !ok {
					t.Errorf("%s: volume %s is not declared", name, v)
				}
			}
			for _, n := range s.Networks {
				if _, ok := c.Networks[n]; !ok {
					t.Errorf("%s: network %s is not declared", name, n)
				}
			}
		}
	})
	t.Run("asks in deploy/env.example for every variable it reads", func(t *testing.T) {
		example := read(t, "deploy/env.example")
		for _, m := range regexp.MustCompile(`\$\{([A-Z_]+)`).FindAllSubmatch(read(t, "docker-compose.yml"), -1) {
			if !bytes.Contains(example, append([]byte("\n"), append(m[1], '=')...)) {
				t.Errorf("deploy/env.example does not mention %s", m[1])
			}
		}
	})
}

type object struct {
	APIVersion string `yaml:"apiVersion"`
	Kind       string
	Metadata   struct{ Name string }
	Spec       struct {
		Replicas int
		Selector any
		Template struct {
			Metadata struct{ Labels map[string]string }
			Spec     struct {
				Containers []struct {
					Name, Image    string
					ReadinessProbe any `yaml:"readinessProbe"`
					LivenessProbe  any `yaml:"livenessProbe"`
				}
			}
		}
	}
}

func TestKubernetes(t *testing.T) {
	files, err := filepath.Glob("kubernetes/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no Kubernetes files", err)
	}
	kinds := map[string]int{}
	for _, file := range files {
		for _, o := range documents(t, file) {
			kinds[o.Kind]++
			if o.APIVersion == "" || o.Metadata.Name == "" {
				t.Errorf("%s: a document without apiVersion or name", file)
			}
			if o.Kind != "Deployment" {
				continue
			}
			if o.Spec.Replicas < 2 {
				t.Errorf("%s: %s has %d replicas; one is an outage at every update", file, o.Metadata.Name, o.Spec.Replicas)
			}
			for _, c := range o.Spec.Template.Spec.Containers {
				if c.ReadinessProbe == nil || c.LivenessProbe == nil {
					t.Errorf("%s: container %s lacks a probe", file, c.Name)
				}
				if !strings.Contains(c.Image, ":") || strings.HasSuffix(c.Image, ":latest") {
					t.Errorf("%s: image %s names no version", file, c.Image)
				}
			}
		}
	}
	for _, kind := range []string{"Deployment", "Service", "PodDisruptionBudget", "Ingress"} {
		if kinds[kind] == 0 {
			t.Errorf("no %s", kind)
		}
	}
}

// The configuration is read in one place; every file that sets a variable must
// name one that is read there, and the README must list them all.
func TestEveryVariableIsOneTheProgramReads(t *testing.T) {
	variable := regexp.MustCompile(`ENVAGIN_[A-Z_]+[A-Z]`)
	known := []string{"ENVAGIN_API", "ENVAGIN_PORT", "ENVAGIN_CHROMIUM"} // the proxy's, and the browser tests'
	err := filepath.WalkDir("../api", func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		source, err := os.ReadFile(path)
		known = append(known, variable.FindAllString(string(source), -1)...)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}

	for _, file := range []string{
		"docker-compose.yml", "deploy/env.example", "deploy/Dockerfile.api", "deploy/Dockerfile.web",
		"deploy/kubernetes/api.yaml", "deploy/kubernetes/web.yaml", "deploy/systemd/envagin.service",
		"deploy/backup.sh", "deploy/restore.sh", "README.md", "docs/how-to/run-in-production.md",
	} {
		for _, name := range variable.FindAllString(string(read(t, file)), -1) {
			if !slices.Contains(known, name) {
				t.Errorf("%s names %s, which nothing reads", file, name)
			}
		}
	}
	readme := string(read(t, "README.md"))
	for _, name := range known {
		if !strings.Contains(name, "TEST") && !slices.Contains(known[:3], name) && !strings.Contains(readme, "`"+name+"`") {
			t.Errorf("README.md does not list %s", name)
		}
	}
}

func TestTheProxySetsTheHeadersTheAPISets(t *testing.T) {
	source := string(read(t, "api/platform/httpx/middleware.go"))
	headers := string(read(t, "deploy/proxy/headers.conf"))
	for _, m := range regexp.MustCompile(`h\.Set\("([A-Za-z-]+)", "([^"]+)"\)`).FindAllStringSubmatch(source, -1) {
		name, value := m[1], m[2]
		if name == "Strict-Transport-Security" {
			headers += string(read(t, "deploy/proxy/nginx.conf"))
			name = ""
		}
		if !strings.Contains(headers, name) || !strings.Contains(headers, value) {
			t.Errorf("deploy/proxy/headers.conf does not set %s: %s", m[1], value)
		}
	}
}

// What leaves no trace leaves none behind the proxy either: its files are kept by no
// browser, and who fetches them or answers stands in no log.
func TestTheProxyKeepsNothingOfTheTracelessFolders(t *testing.T) {
	source := string(read(t, "api/platform/httpx/spa.go"))
	list := regexp.MustCompile(`traceless = \[\]string\{([^}]+)\}`).FindStringSubmatch(source)
	if list == nil {
		t.Fatal("spa.go lists no traceless folders")
	}
	proxy := string(read(t, "deploy/proxy/nginx.conf"))
	for _, folder := range regexp.MustCompile(`\w+`).FindAllString(list[1], -1) {
		location := regexp.MustCompile(`location [^{]*/` + folder + `[^{]*\{[^}]*no-store[^}]*\}`).FindString(proxy)
		if location == "" || !strings.Contains(location, "/"+folder+"/index.html") {
			t.Errorf("nginx.conf lets browsers keep /%s", folder)
		}
		if !strings.Contains(location, "access_log off") && !regexp.MustCompile(`~\^/`+folder+`\S* +0;`).MatchString(proxy) {
			t.Errorf("nginx.conf logs who reads /%s", folder)
		}
	}
	for _, path := range []string{"ballot", "staff-answers"} {
		if !regexp.MustCompile(`~\^/api/v1/\S*` + path + `\S* +0;`).MatchString(proxy) {
			t.Errorf("nginx.conf logs when somebody answers (%s)", path)
		}
		if !regexp.MustCompile(`location ~ \^/api/v1/\S*` + path + `\S* \{\s*error_log /dev/null`).MatchString(proxy) {
			t.Errorf("nginx.conf tells the error log who answered when the API was away (%s)", path)
		}
	}
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("..", path))
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func decode(t *testing.T, content []byte, into any) {
	t.Helper()
	if err := yaml.Unmarshal(content, into); err != nil {
		t.Fatal(err)
	}
}

func documents(t *testing.T, file string) []object {
	t.Helper()
	d := yaml.NewDecoder(bytes.NewReader(read(t, filepath.Join("deploy", file))))
	var all []object
	for {
		var o object
		err := d.Decode(&o)
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		all = append(all, o)
	}
}

func hasHealthcheck(t *testing.T, dockerfile string) bool {
	t.Helper()
	return dockerfile != "" && bytes.Contains(read(t, dockerfile), []byte("\nHEALTHCHECK "))
}
